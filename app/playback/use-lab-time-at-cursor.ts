import { useContext, useEffect, useReducer } from 'react'
import { LabClockContext } from './lab-clock-context.ts'
import { usePage } from './playback-context.tsx'
import { usePlayback, useTraceConnection } from './use-projection.ts'

const SECOND = 1000

/**
 * Milliseconds of the lab at the cursor. At the end of a live log they run on with the lab's own clock, as long as
 * somebody waits for them.
 *
 * @param tick milliseconds after which they are looked at again; with reduced motion each second
 */
export function useLabTimeAtCursor(isWaiting: boolean, tick: number): number {
  const { trace } = usePage()
  const clock = useContext(LabClockContext)
  const { connection } = useTraceConnection()
  const reducedMotion = usePlayback((state) => state.reducedMotion)
  const at = usePlayback(({ cursor }) => trace.log.at(cursor - 1)?.at ?? 0)
  const isNow = usePlayback(({ cursor, following }) => following && cursor === trace.log.next)
  const running = isWaiting && isNow && connection === 'live' ? clock : null
  const [, count] = useReducer((ticks: number) => ticks + 1, 0)
  useEffect(() => {
    if (running === null) return
    const wait = reducedMotion ? Math.max(tick, SECOND) : tick
    let timer: ReturnType<typeof setTimeout>
    // On the lab's own ticks, so that views which show the same never differ.
    const next = (): void => {
      timer = setTimeout(
        () => {
          count()
          next()
        },
        wait - (running.labTime() % wait),
      )
    }
    next()
    return () => clearTimeout(timer)
  }, [running, tick, reducedMotion])
  return running === null ? at : Math.max(at, running.labTime())
}
