import { useEffect, useReducer } from 'react'
import { usePlayback } from '../playback/use-projection.ts'
import { useLivePage } from './live-page-context.tsx'

const TICK = 100
const REDUCED_TICK = 1000

/** Milliseconds of the lab of now, for what waits in it, whatever the cursor shows. */
export function useLabClock(): number {
  const { backend } = useLivePage()
  const reducedMotion = usePlayback((state) => state.reducedMotion)
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, reducedMotion ? REDUCED_TICK : TICK)
    return () => clearInterval(timer)
  }, [reducedMotion])
  return backend.labTime()
}
