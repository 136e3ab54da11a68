import type { PoolStatistics } from '../runtime/pool-statistics.ts'
import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'
import type { SubProtocolStatistics } from './sub-protocol-statistics.ts'

export interface WebSocketMessageBrokerStatsParts {
  /** Of the message broker: what it counts stands in the line as well. */
  readonly scheduler: TaskScheduler
  readonly subProtocol: () => SubProtocolStatistics
  readonly inboundChannel: () => PoolStatistics
  readonly outboundChannel: () => PoolStatistics
  readonly sockJsScheduler: () => PoolStatistics
  /** Takes a line of the application's log, level INFO. */
  readonly log: (line: string) => void
}

/** Milliseconds (spring.md 10.1). */
const FIRST = 60_000
const PERIOD = 1_800_000

const sessions = (counted: SubProtocolStatistics): string => {
  const { webSocketSessions, httpStreamingSessions, httpPollingSessions, totalSessions } = counted
  const { noMessagesReceivedSessions, limitExceededSessions } = counted
  const current = webSocketSessions + httpStreamingSessions + httpPollingSessions
  const abnormally = noMessagesReceivedSessions + limitExceededSessions
  return [
    `${current} current WS(${webSocketSessions})-HttpStream(${httpStreamingSessions})-HttpPoll(${httpPollingSessions})`,
    `${totalSessions} total`,
    `${abnormally} closed abnormally (${noMessagesReceivedSessions} connect failure`,
    `${limitExceededSessions} send limit`,
    '0 transport error)',
  ].join(', ')
}

const processed = ({ totalConnect, totalConnected, totalDisconnect }: SubProtocolStatistics): string =>
  `processed CONNECT(${totalConnect})-CONNECTED(${totalConnected})-DISCONNECT(${totalDisconnect})`

const pool = ({ poolSize, activeThreads, queuedTasks, completedTasks }: PoolStatistics): string =>
  `pool size = ${poolSize}, active threads = ${activeThreads}, queued tasks = ${queuedTasks}, completed tasks = ${completedTasks}`

/** Spring's `WebSocketMessageBrokerStats`: writes what there is in one line, a minute after the start and then every half hour. */
export class WebSocketMessageBrokerStats {
  readonly #parts: WebSocketMessageBrokerStatsParts
  #task: ScheduledTask | null = null

  constructor(parts: WebSocketMessageBrokerStatsParts) {
    this.#parts = parts
  }

  start(): void {
    this.#schedule(FIRST)
  }

  stop(): void {
    this.#task?.cancel()
  }

  toString(): string {
    const { subProtocol, inboundChannel, outboundChannel, sockJsScheduler } = this.#parts
    const counted = subProtocol()
    return [
      `WebSocketSession[${sessions(counted)}]`,
      `stompSubProtocol[${processed(counted)}]`,
      'stompBrokerRelay[null]',
      `inboundChannel[${pool(inboundChannel())}]`,
      `outboundChannel[${pool(outboundChannel())}]`,
      `sockJsScheduler[${pool(sockJsScheduler())}]`,
    ].join(', ')
  }

  /** With a fixed delay, as in Spring. */
  #schedule(delay: number): void {
    const { scheduler, log } = this.#parts
    this.#task = scheduler.schedule(() => {
      log(this.toString())
      this.#schedule(PERIOD)
    }, delay)
  }
}
