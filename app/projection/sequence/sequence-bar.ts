import type { EventLog, TraceEvent } from '#trace'
import type { SequenceDetail, SequenceParticipant } from './sequence-participant.ts'

/** A stretch in which somebody is busy: a request that is held open, or a method that runs. */
export interface SequenceBar {
  /** Of the event that begins it. */
  readonly seq: number
  /** Of the event that ends it; null: it goes on. */
  readonly end: number | null
  readonly participant: SequenceParticipant
  readonly kind: 'request' | 'method'
}

interface Stretch {
  readonly begun: TraceEvent
  ended: TraceEvent | null
}

/** A request that is answered sooner than this, in milliseconds, was not held. */
const HELD = 50

/** How far up its causes an answer looks for its request. */
const FARTHEST_REQUEST = 30

/** Who is busy in a log, grown with it. */
export class SequenceBars {
  readonly #log: EventLog
  readonly #detail: SequenceDetail
  /** By the `seq` of the request. */
  readonly #requests = new Map<number, Stretch>()
  /** By the event that both its call and its return come out of. */
  readonly #methods = new Map<number, Stretch>()
  #next: number

  constructor(log: EventLog, detail: SequenceDetail) {
    this.#log = log
    this.#detail = detail
    this.#next = log.first
  }

  /** Up to date with the log. */
  get bars(): readonly SequenceBar[] {
    this.#catchUp()
    const methods = this.#detail === 'wire' ? [] : [...this.#methods.values()].map(methodBar)
    return [...methods, ...[...this.#requests.values()].flatMap((stretch) => requestBar(stretch) ?? [])]
  }

  #catchUp(): void {
    const { first, next } = this.#log
    for (const stretches of [this.#requests, this.#methods])
      for (const [key, { begun }] of stretches) if (begun.seq < first) stretches.delete(key)
    for (this.#next = Math.max(this.#next, first); this.#next < next; this.#next++) {
      const event = this.#log.at(this.#next)
      if (event !== undefined) this.#read(event)
    }
  }

  #read(event: TraceEvent): void {
    switch (event.type) {
      case 'http.requested':
        this.#requests.set(event.seq, { begun: event, ended: null })
        break
      case 'http.responded':
        end(this.#requestOf(event), event)
        break
      case 'http.chunk-sent':
        // What was answered was only the head of a stream.
        end(this.#requests.get(event.request), null)
        break
      case 'http.ended':
        end(this.#requests.get(event.request), event)
        break
      case 'controller.invoked':
        this.#methods.set(event.cause ?? event.seq, { begun: event, ended: null })
        break
      case 'controller.returned':
      case 'controller.threw':
        end(this.#methods.get(event.cause ?? event.seq), event)
        break
    }
  }

  #requestOf({ cause }: TraceEvent): Stretch | undefined {
    let seq = cause
    for (let far = 0; seq !== null && far < FARTHEST_REQUEST; far++) {
      const found = this.#requests.get(seq)
      if (found !== undefined) return found
      seq = this.#log.at(seq)?.cause ?? null
    }
    return undefined
  }
}

const end = (stretch: Stretch | undefined, ended: TraceEvent | null): void => {
  if (stretch !== undefined) stretch.ended = ended
}

const methodBar = ({ begun, ended }: Stretch): SequenceBar => ({
  seq: begun.seq,
  end: ended?.seq ?? null,
  participant: 'simpAnnotationMethodMessageHandler',
  kind: 'method',
})

/** Null: nobody's, or it was not held. */
const requestBar = ({ begun, ended }: Stretch): SequenceBar | null => {
  if (begun.client === null || (ended !== null && ended.at - begun.at < HELD)) return null
  return { seq: begun.seq, end: ended?.seq ?? null, participant: `client:${begun.client}`, kind: 'request' }
}
