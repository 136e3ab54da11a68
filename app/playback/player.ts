import type { AnimationClock } from '../trace/animation-clock.ts'
import type { PlaybackStore } from './playback-store.ts'

/**
 * The page's only clock: runs animation frame by animation frame while something moves, and not at all at rest. After a
 * pause of the browser (a hidden page) the time that has passed is made up for at once.
 *
 * @returns stops it
 */
export function startPlayer(clock: AnimationClock, playback: PlaybackStore): () => void {
  let callOff: (() => void) | null = null

  const run = (): void => {
    if (callOff !== null || !playback.getState().moving) return
    const before = clock.now()
    callOff = clock.onNextFrame(() => {
      callOff = null
      playback.getState().advance(clock.now() - before)
      run()
    })
  }

  const unsubscribe = playback.subscribe(run)
  run()
  return () => {
    unsubscribe()
    callOff?.()
  }
}
