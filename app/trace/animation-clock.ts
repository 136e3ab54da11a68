/** The page's picture-by-picture time, injected where something moves. */
export interface AnimationClock {
  /** Milliseconds, monotonic. */
  now(): number
  /**
   * Runs before the next picture is drawn; not at all while the page is hidden.
   *
   * @returns calls it off
   */
  onNextFrame(run: () => void): () => void
}

/** Whoever waits for the same picture is called in one callback of the browser. */
export function browserAnimationClock(browser: Window & { reportError(error: unknown): void }): AnimationClock {
  let waiting = new Set<() => void>()
  let asked = false

  const runAll = (): void => {
    const due = waiting
    waiting = new Set()
    asked = false
    for (const run of due) {
      try {
        run()
      } catch (error) {
        browser.reportError(error)
      }
    }
  }

  return {
    now: () => browser.performance.now(),
    onNextFrame(run) {
      const once = () => run()
      if (!asked) browser.requestAnimationFrame(runAll)
      asked = true
      const joined = waiting
      joined.add(once)
      return () => joined.delete(once)
    },
  }
}
