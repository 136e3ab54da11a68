import { type EventLog, RECORDING_VERSION, type Recording, type TraceEvent } from '#trace'

/** The log as a recording; null: it has no `lab.snapshot`, which a recording begins with. */
export const recordingOf = (log: EventLog, lab: string): Recording | null => {
  const events: TraceEvent[] = []
  for (let seq = log.first; seq < log.next; seq++) {
    const event = log.at(seq)
    if (event !== undefined && (events.length > 0 || event.type === 'lab.snapshot')) events.push(event)
  }
  const [beginning] = events
  if (beginning?.type !== 'lab.snapshot') return null
  return { header: { frameflow: RECORDING_VERSION, lab, config: beginning.snapshot.config }, events }
}
