import type { LabConfiguration, TraceEvent } from '../trace/index.ts'
import { TraceRing } from '../trace/index.ts'
import { LabLedger } from './lab-ledger.ts'

/** A `lab.snapshot` stands before every so many events (trace.md). */
const SNAPSHOT_INTERVAL = 10_000

/** What an event without its strings takes, octets, roughly. */
const EVENT_SIZE = 256

/** A rough size by the parts that vary: exact would mean to write JSON that perhaps nobody reads. */
const roughSize = (event: TraceEvent): number => {
  switch (event.type) {
    case 'channel.sent':
      return EVENT_SIZE + Math.min(event.message.length, 4096) + 64 * (event.message.headers.nativeHeaders?.length ?? 0)
    case 'stomp.frame-decoded':
    case 'stomp.frame-encoded':
      return EVENT_SIZE + Math.min(event.frame.bodyLength, 4096) + 128 * event.frame.headers.length
    case 'http.requested':
      return EVENT_SIZE + 64 * event.headers.length + 4096
    case 'lab.snapshot':
      return EVENT_SIZE + 128 * (event.snapshot.sessions.length + event.snapshot.subscriptions.length)
    default:
      return EVENT_SIZE
  }
}

/** The one log of a lab: ring, ledger, and whoever wants to know that it grew. */
export class LabTrace {
  readonly ring: TraceRing = new TraceRing()
  readonly ledger: LabLedger
  readonly #listeners = new Set<() => void>()
  #sinceSnapshot = 0

  constructor(config: LabConfiguration) {
    this.ledger = new LabLedger(config)
  }

  /** @returns whether a `lab.snapshot` is due */
  append(event: TraceEvent): boolean {
    this.ledger.observe(event, (seq) => this.ring.at(seq))
    if (this.ring.append(event, roughSize(event))) this.ledger.forgetBefore(this.ring.first)
    for (const listener of this.#listeners) listener()
    this.#sinceSnapshot = event.type === 'lab.snapshot' ? 0 : this.#sinceSnapshot + 1
    return this.#sinceSnapshot >= SNAPSHOT_INTERVAL
  }

  /** @returns how to stop listening */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
