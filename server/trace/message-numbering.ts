import type { TraceEvent } from './trace-event.ts'

const NONE = 0

/**
 * Message N (trace.md): numbers, from 1, what came from outside: a STOMP frame from a client, an HTTP publication, a
 * `publish` command. Everything that it caused carries its number, and so does what it came out of (the WebSocket
 * message around the frame; around two frames, the first one's). Events are told in order.
 */
export class MessageNumbering {
  #first: number
  #count: number
  /** By `seq - first`. */
  #numbers: number[] = []

  /** @param count numbers that were given before `first` */
  constructor(first = 0, count = 0) {
    this.#first = first
    this.#count = count
  }

  get count(): number {
    return this.#count
  }

  numberOf(seq: number): number | null {
    return this.#numbers[seq - this.#first] || null
  }

  /** @param at where causes are looked up */
  observe(event: TraceEvent, at: (seq: number) => TraceEvent | undefined): void {
    if (event.type === 'lab.snapshot') this.#count = Math.max(this.#count, event.snapshot.counters.messages)
    const inherited = event.cause === null || breaksChain(event) ? null : this.numberOf(event.cause)
    const isNew = this.#isMessage(event) || (inherited === null && this.#isPublication(event, at))
    this.#numbers.push(isNew ? ++this.#count : (inherited ?? NONE))
    if (isNew) this.#nameAncestors(event.cause, this.#count, at)
  }

  /** Events before `first` were evicted. */
  forgetBefore(first: number): void {
    this.#numbers = this.#numbers.slice(Math.max(0, first - this.#first))
    this.#first = Math.max(this.#first, first)
  }

  #isMessage(event: TraceEvent): boolean {
    if (event.type === 'stomp.frame-decoded') return event.frame.command !== 'HEARTBEAT'
    return event.type === 'stomp.decode-failed' || event.type === 'publish.commanded'
  }

  #isPublication(event: TraceEvent, at: (seq: number) => TraceEvent | undefined): boolean {
    if (event.type !== 'channel.sent' || event.station !== 'brokerChannel') return false
    let root: TraceEvent | undefined = event
    while (root !== undefined && root.cause !== null) root = at(root.cause)
    return root?.type === 'http.requested'
  }

  #nameAncestors(cause: number | null, number: number, at: (seq: number) => TraceEvent | undefined): void {
    let seq = cause
    while (seq !== null && seq >= this.#first && this.#numbers[seq - this.#first] === NONE) {
      this.#numbers[seq - this.#first] = number
      seq = at(seq)?.cause ?? null
    }
  }
}

/** A timer that was set long ago, and a report whose cause is only the client's report before it. */
const breaksChain = (event: TraceEvent): boolean =>
  event.type === 'client.reported'
    ? event.report !== 'callback-called' && event.report !== 'stomp-connected'
    : event.type === 'timer.fired'
