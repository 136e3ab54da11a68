import type { EventLog, TraceEvent } from '#trace'
import type { LogIndex } from '../log-index.ts'
import { partitionPoint } from '../partition-point.ts'
import { type MarkerKind, markerKindOf, type TimelineMarker } from './timeline-marker.ts'

/** The markers of a log, in order. */
export class MarkerIndex implements LogIndex {
  #markers: TimelineMarker[] = []
  /** Sessions whose client has sent something. */
  readonly #spoken = new Set<string>()
  #begun = false

  read(event: TraceEvent, _log: EventLog): void {
    // What sessions did before the log began is not known.
    if (!this.#begun && event.type === 'lab.snapshot')
      for (const { id } of event.snapshot.sessions) this.#spoken.add(id)
    this.#begun = true
    const kind = this.#kindOf(event)
    if (kind !== null) this.#markers.push({ seq: event.seq, at: event.at, kind, client: event.client })
  }

  forget(first: number): void {
    this.#markers = this.#markers.slice(this.countBefore(first))
  }

  get length(): number {
    return this.#markers.length
  }

  at(index: number): TimelineMarker | undefined {
    return this.#markers[index]
  }

  /** The marker that an event is. */
  of(seq: number): TimelineMarker | null {
    const marker = this.#markers[this.countBefore(seq)]
    return marker?.seq === seq ? marker : null
  }

  /** How many markers the events before the cursor are. */
  countBefore(cursor: number): number {
    return partitionPoint(this.#markers, ({ seq }) => seq < cursor)
  }

  #kindOf(event: TraceEvent): MarkerKind | null {
    if (event.type === 'stomp.frame-decoded' && event.frame.command === 'SEND' && event.session !== null) {
      if (this.#spoken.has(event.session)) return null
      this.#spoken.add(event.session)
      return 'first-message'
    }
    if (event.type === 'websocket.closed' && event.session !== null) this.#spoken.delete(event.session)
    return markerKindOf(event)
  }
}
