import { beginsStep, type EventLog } from '#trace'
import { firstEffect, fromEffectToCause } from './causality.ts'

const isStep = (log: EventLog) => (seq: number) => {
  const event = log.at(seq)
  return event !== undefined && beginsStep(event, log.at(event.cause ?? seq))
}

/** The step that led to the event's own step; null: it came from outside. */
export const previousCause = (log: EventLog, seq: number): number | null => {
  const steps = [...fromEffectToCause(log, seq)].filter((event) => isStep(log)(event.seq))
  const own = steps[0]?.seq === seq ? 1 : 0
  return steps[own]?.seq ?? null
}

/** The first step that came out of the event; null: nothing did. */
export const nextEffect = (log: EventLog, seq: number): number | null => {
  const step = isStep(log)
  return firstEffect(log, seq, (event): event is typeof event => step(event.seq))?.seq ?? null
}
