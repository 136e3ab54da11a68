import type { TraceEvent, TraceFact } from './trace-event.ts'
import { factOf, type UnreadEvent, type UnreadFact } from './unread-event.ts'

type EventLookup = (seq: number) => TraceEvent | UnreadEvent | undefined

const NONE = 0

/** Numbers are kept in pieces of so many, so that the oldest can be dropped without touching the others. */
const PIECE = 4096

/**
 * Message N (trace.md): numbers, from 1, what came from outside: a STOMP frame from a client, an HTTP publication, a
 * `publish` command. Everything that it caused carries its number, and so does what it came out of (the WebSocket
 * message around the frame; around two frames, the first one's). Events are told in order.
 */
export class MessageNumbering {
  #first: number
  #next: number
  #count: number
  /** Numbers by `seq`, piece by piece. */
  readonly #pieces = new Map<number, Int32Array>()

  /** @param count numbers that were given before `first` */
  constructor(first = 0, count = 0) {
    this.#first = first
    this.#next = first
    this.#count = count
  }

  get count(): number {
    return this.#count
  }

  numberOf(seq: number): number | null {
    return (seq >= this.#first && this.#pieces.get(Math.floor(seq / PIECE))?.[seq % PIECE]) || null
  }

  /** @param at where causes are looked up */
  observe(event: TraceEvent | UnreadEvent, at: EventLookup): void {
    const fact = factOf(event)
    if (fact.type === 'lab.snapshot') this.#count = Math.max(this.#count, fact.snapshot.counters.messages)
    const inherited = event.cause === null || breaksChain(fact) ? null : this.numberOf(event.cause)
    const isNew = isMessage(fact) || (inherited === null && this.#isPublication(event, at))
    this.#setNumber(this.#next++, isNew ? ++this.#count : (inherited ?? NONE))
    if (isNew) this.#nameAncestors(event.cause, this.#count, at)
  }

  /** Events before `first` were evicted. */
  forgetBefore(first: number): void {
    for (let seq = this.#first; seq < first - (first % PIECE); seq += PIECE)
      this.#pieces.delete(Math.floor(seq / PIECE))
    this.#first = Math.max(this.#first, first)
  }

  #setNumber(seq: number, number: number): void {
    const index = Math.floor(seq / PIECE)
    let piece = this.#pieces.get(index)
    if (piece === undefined) {
      piece = new Int32Array(PIECE)
      this.#pieces.set(index, piece)
    }
    piece[seq % PIECE] = number
  }

  #isPublication(event: TraceEvent | UnreadEvent, at: EventLookup): boolean {
    const fact = factOf(event)
    if (fact.type !== 'channel.sent' || fact.station !== 'brokerChannel') return false
    let root: TraceEvent | UnreadEvent | undefined = event
    while (root !== undefined && root.cause !== null) root = at(root.cause)
    return root !== undefined && factOf(root).type === 'http.requested'
  }

  #nameAncestors(cause: number | null, number: number, at: EventLookup): void {
    let seq = cause
    while (seq !== null && seq >= this.#first && this.numberOf(seq) === null) {
      this.#setNumber(seq, number)
      seq = at(seq)?.cause ?? null
    }
  }
}

const isMessage = (fact: TraceFact | UnreadFact): boolean => {
  if (fact.type === 'stomp.frame-decoded') return fact.frame.command !== 'HEARTBEAT'
  return fact.type === 'stomp.decode-failed' || fact.type === 'publish.commanded'
}

/** A timer that was set long ago, and a report whose cause is only the client's report before it. */
const breaksChain = (fact: TraceFact | UnreadFact): boolean =>
  fact.type === 'client.reported'
    ? fact.report !== 'callback-called' && fact.report !== 'stomp-connected'
    : fact.type === 'timer.fired'
