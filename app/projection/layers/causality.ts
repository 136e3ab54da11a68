import type { EventLog, TraceEvent } from '#trace'

/** An effect that comes later than this after its cause is not looked for. */
const FARTHEST_EFFECT = 5_000

/** The event, its cause, the cause of that, … as far as the log has them. */
export function* fromEffectToCause(log: EventLog, seq: number): Generator<TraceEvent> {
  for (let event = log.at(seq); event !== undefined; event = event.cause === null ? undefined : log.at(event.cause))
    yield event
}

/** Whether `seq` came out of `cause`, or is it. */
const isEffectOf = (log: EventLog, seq: number, cause: number): boolean => {
  let at: number | null | undefined = seq
  while (at !== null && at !== undefined && at > cause) at = log.at(at)?.cause
  return at === cause
}

/** What came out of `cause` and passes the test, in order, `cause` itself not counted. */
export function* effectsOf<E extends TraceEvent>(
  log: EventLog,
  cause: number,
  test: (event: TraceEvent) => event is E,
): Generator<E, void, undefined> {
  const last = Math.min(log.next, cause + FARTHEST_EFFECT)
  for (let seq = cause + 1; seq < last; seq++) {
    const event = log.at(seq)
    if (event !== undefined && test(event) && isEffectOf(log, seq, cause)) yield event
  }
}

/** The first of them; null: there is none. */
export const firstEffect = <E extends TraceEvent>(
  log: EventLog,
  cause: number,
  test: (event: TraceEvent) => event is E,
): E | null => effectsOf(log, cause, test).next().value ?? null
