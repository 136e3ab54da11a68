/** The page's time, injected where something waits, so that tests do not. */
export interface PageClock {
  /** Milliseconds, monotonic. */
  now(): number
  /** @returns calls it off */
  after(milliseconds: number, run: () => void): () => void
}

export const browserClock: PageClock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
