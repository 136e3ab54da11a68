import type { EventLog, TraceEvent, TraceEventOf } from '#trace'
import { effectsOf, fromEffectToCause } from './causality.ts'

type StompFrameEvent = TraceEventOf<'stomp.frame-decoded' | 'stomp.frame-encoded'>

/** STOMP frames on the way to a frame, and those that it led to. */
export interface RelatedFrames {
  /** The nearest first. */
  readonly causes: readonly StompFrameEvent[]
  readonly effects: readonly StompFrameEvent[]
}

/** More effects than this are not listed. */
const MOST_EFFECTS = 8

const isStompFrame = (event: TraceEvent): event is StompFrameEvent =>
  event.type === 'stomp.frame-decoded' || event.type === 'stomp.frame-encoded'

export const relatedFrames = (log: EventLog, frame: StompFrameEvent): RelatedFrames => {
  const causes = [...fromEffectToCause(log, frame.seq)].filter(isStompFrame).filter(({ seq }) => seq !== frame.seq)
  const effects: StompFrameEvent[] = []
  for (const effect of effectsOf(log, frame.seq, isStompFrame)) {
    effects.push(effect)
    if (effects.length === MOST_EFFECTS) break
  }
  return { causes, effects }
}
