/** What Java's `ThreadPoolExecutor` tells about itself. */
export interface PoolStatistics {
  readonly poolSize: number
  readonly activeThreads: number
  readonly queuedTasks: number
  readonly completedTasks: number
}
