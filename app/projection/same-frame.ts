import type { EventLog, TraceEvent } from '#trace'

const FRAMES: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>([
  'stomp.frame-decoded',
  'stomp.frame-encoded',
])

/** How many events lie between a frame and its octets at the most. */
const NEARBY = 20

/**
 * The event, the STOMP frame that it is about, and the octets in which that came or went: what each view has of the same
 * thing. A hop is about the nearest frame that caused it. Only the event where there is no frame.
 */
export function sameFrame(log: EventLog, seq: number): readonly number[] {
  const frame = frameOfEvent(log, seq)
  if (frame === undefined) return [seq]
  const octets = frame.type === 'stomp.frame-decoded' ? causesOf(log, frame) : effectsOf(log, frame.seq)
  return [...new Set([seq, frame.seq, ...octets.map((event) => event.seq)])]
}

/** The event itself, what was made or read from it, or its nearest cause. */
function frameOfEvent(log: EventLog, seq: number): TraceEvent | undefined {
  const event = log.at(seq)
  if (event === undefined) return undefined
  const isFrame = ({ type }: TraceEvent) => FRAMES.has(type)
  if (isFrame(event)) return event
  const effects = effectsOf(log, seq)
  const caused = effects.find((effect) => effect.cause === seq && isFrame(effect)) ?? causesOf(log, event).find(isFrame)
  return caused ?? (event.type === 'websocket.frame-received' ? effects.find(isFrame) : undefined)
}

/** The nearest first. */
function causesOf(log: EventLog, event: TraceEvent): readonly TraceEvent[] {
  const causes: TraceEvent[] = []
  for (let at = event.cause; at !== null; ) {
    const cause = log.at(at)
    if (cause === undefined) break
    causes.push(cause)
    at = cause.cause
  }
  return causes
}

/** Those that come soon, in order. */
function effectsOf(log: EventLog, seq: number): readonly TraceEvent[] {
  const among = new Set([seq])
  const effects: TraceEvent[] = []
  for (let next = seq + 1; next <= seq + NEARBY; next++) {
    const event = log.at(next)
    if (event?.cause === null || event?.cause === undefined || !among.has(event.cause)) continue
    among.add(next)
    effects.push(event)
  }
  return effects
}
