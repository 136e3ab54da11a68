import { useEffect, useReducer } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback, useTraceConnection } from '../playback/use-projection.ts'
import { useLivePage } from './live-page-context.tsx'

const TICK = 100
const REDUCED_TICK = 1000

/**
 * Milliseconds of the lab at the cursor. At the end of a live log they run on with the lab's own clock, as long as
 * somebody waits for them.
 */
export function useLabTimeAtCursor(isWaiting: boolean): number {
  const { trace } = usePage()
  const { backend } = useLivePage()
  const { connection } = useTraceConnection()
  const reducedMotion = usePlayback((state) => state.reducedMotion)
  const at = usePlayback(({ cursor }) => trace.log.at(cursor - 1)?.at ?? 0)
  const isNow = usePlayback(({ cursor, following }) => following && cursor === trace.log.next)
  const runs = isWaiting && isNow && connection === 'live'
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0)
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(tick, reducedMotion ? REDUCED_TICK : TICK)
    return () => clearInterval(timer)
  }, [runs, reducedMotion])
  return runs ? Math.max(at, backend.labTime()) : at
}
