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

export function browserAnimationClock(browser: Window): AnimationClock {
  return {
    now: () => browser.performance.now(),
    onNextFrame(run) {
      const frame = browser.requestAnimationFrame(run)
      return () => browser.cancelAnimationFrame(frame)
    },
  }
}
