import type { PageClock } from './page-clock.ts'

/**
 * Waits for something to come true, looking whenever what it depends on says that it changed.
 *
 * @param patience milliseconds
 * @param watch @returns how to watch no longer
 * @returns whether it came true in time
 */
export function until(
  clock: PageClock,
  patience: number,
  watch: (check: () => void) => () => void,
  holds: () => boolean,
): Promise<boolean> {
  if (holds()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const settle = (came: boolean) => {
      unwatch()
      callOff()
      resolve(came)
    }
    const unwatch = watch(() => {
      if (holds()) settle(true)
    })
    const callOff = clock.after(patience, () => settle(false))
  })
}
