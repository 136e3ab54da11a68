import type { ClientReport, ClientTag, LabConfiguration, TracedStompFrame, UnreadEvent } from '../trace/index.ts'
import { LabLedger } from './lab-ledger.ts'
import { LabRing } from './lab-ring.ts'
import { roughSize } from './rough-size.ts'

/** A `lab.snapshot` stands before every so many events (trace.md). */
const SNAPSHOT_INTERVAL = 10_000

/** How many frames of a session are looked through for the one that a client reports. */
const FRAMES_LOOKED_THROUGH = 1000

/** The one log of a lab: ring, ledger, and whoever wants to know that it grew. */
export class LabTrace {
  readonly ring: LabRing = new LabRing()
  readonly ledger: LabLedger
  readonly #listeners = new Set<() => void>()
  readonly #unread = (seq: number) => this.ring.unread(seq)
  #sinceSnapshot = 0

  constructor(config: LabConfiguration) {
    this.ledger = new LabLedger(config)
  }

  /** @returns whether a `lab.snapshot` is due */
  append(event: UnreadEvent): boolean {
    this.ledger.observe(event, this.#unread)
    if (this.ring.append(event, roughSize(event))) this.ledger.forgetBefore(this.ring.first)
    for (const listener of this.#listeners) listener()
    this.#sinceSnapshot = event.fact.type === 'lab.snapshot' ? 0 : this.#sinceSnapshot + 1
    return this.#sinceSnapshot >= SNAPSHOT_INTERVAL
  }

  /** trace.md: `callback-called` and `stomp-connected` follow a frame, any other the client's previous report. */
  causeOfReport(client: ClientTag, session: string | null, report: ClientReport): number | null {
    if (session !== null && report.report === 'callback-called') return this.#deliveredFrame(session, report.messageId)
    if (session !== null && report.report === 'stomp-connected')
      return this.#findFrame(session, (frame) => frame.command === 'CONNECTED')
    return this.ledger.lastReport(client)
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

  /** From the newest on: a report follows soon. */
  #findFrame(session: string, matches: (frame: TracedStompFrame) => boolean): number | null {
    let remaining = FRAMES_LOOKED_THROUGH
    for (let seq = this.ring.next - 1; seq >= this.ring.first && remaining > 0; seq--) {
      const event = this.ring.unread(seq)
      if (event?.fact.type !== 'stomp.frame-encoded' || event.session !== session) continue
      if (matches('read' in event.fact ? event.fact.read().frame : event.fact.frame)) return seq
      remaining--
    }
    return null
  }
}
