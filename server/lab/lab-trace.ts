import type {
  ClientReport,
  ClientTag,
  LabConfiguration,
  LabSnapshot,
  TracedStompFrame,
  UnreadEvent,
} from '../trace/index.ts'
import { LabLedger } from './lab-ledger.ts'
import { LabRing } from './lab-ring.ts'
import { roughSize } from './rough-size.ts'

/** A `lab.snapshot` stands before every so many events (trace.md). */
const SNAPSHOT_INTERVAL = 10_000

/** How many frames of a session are looked through for the one that a client reports. */
const FRAMES_LOOKED_THROUGH = 1000

/** How many events are summed up together: one by one, each would wait for the others' code and data to be fetched. */
const SUMMED_UP_TOGETHER = 250

/** The one log of a lab: ring, ledger, and whoever wants to know that it grew. */
export class LabTrace {
  readonly ring: LabRing = new LabRing()
  readonly #ledger: LabLedger
  readonly #listeners = new Set<() => void>()
  readonly #eventAt = this.ring.lookup()
  readonly #causeAt = this.ring.lookup()
  /** `seq` of the oldest event that ledger and weight do not know yet. */
  #notSummedUp = 0
  #newestSnapshot = 0

  constructor(config: LabConfiguration) {
    this.#ledger = new LabLedger(config)
  }

  /** @returns whether a `lab.snapshot` is due */
  append(event: UnreadEvent): boolean {
    const { ring } = this
    ring.append(event)
    if (event.fact.type === 'lab.snapshot') this.#newestSnapshot = event.seq
    if (ring.next - this.#notSummedUp >= SUMMED_UP_TOGETHER) this.#sumUp()
    if (this.#listeners.size > 0) for (const listener of this.#listeners) listener()
    return event.seq - this.#newestSnapshot >= SNAPSHOT_INTERVAL
  }

  /** What the trace so far adds up to. */
  snapshot(): LabSnapshot {
    this.#sumUp()
    return this.#ledger.snapshot()
  }

  /** trace.md: `callback-called` and `stomp-connected` follow a frame, any other the client's previous report. */
  causeOfReport(client: ClientTag, session: string | null, report: ClientReport): number | null {
    if (session !== null && report.report === 'callback-called') return this.#deliveredFrame(session, report.messageId)
    if (session !== null && report.report === 'stomp-connected')
      return this.#findFrame(session, (frame) => frame.command === 'CONNECTED')
    this.#sumUp()
    return this.#ledger.lastReport(client)
  }

  /** @returns how to stop listening */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** `seq` of the MESSAGE that a client's callback was called with. */
  #deliveredFrame(session: string, messageId: string): number | null {
    return this.#findFrame(session, ({ headers }) =>
      headers.some(([name, value]) => name === 'message-id' && value === messageId),
    )
  }

  #sumUp(): void {
    const { ring } = this
    let octets = 0
    for (; this.#notSummedUp < ring.next; this.#notSummedUp++) {
      const event = this.#eventAt(this.#notSummedUp)
      if (event === undefined) continue
      this.#ledger.observe(event, this.#causeAt)
      octets += roughSize(event)
    }
    ring.weigh(octets)
    this.#ledger.forgetBefore(ring.first)
  }

  /** From the newest on: a report follows soon. */
  #findFrame(session: string, matches: (frame: TracedStompFrame) => boolean): number | null {
    let remaining = FRAMES_LOOKED_THROUGH
    for (let seq = this.ring.next - 1; seq >= this.ring.first && remaining > 0; seq--) {
      const event = this.ring.unread(seq)
      if (event?.fact.type !== 'stomp.frame-encoded' || event.session !== session) continue
      if (matches('read' in event.fact ? event.fact.read(event).frame : event.fact.frame)) return seq
      remaining--
    }
    return null
  }
}
