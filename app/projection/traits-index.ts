import type { ClientTag, EventLog, TraceEvent } from '#trace'
import type { LogIndex } from './log-index.ts'
import { SeqColumn } from './seq-column.ts'
import { type TokenLook, tokenLook } from './token-look.ts'

/** What travels with an event: how its token looks and whose it is. */
export interface MessageTraits extends TokenLook {
  /** Who began it. */
  readonly owner: ClientTag | null
  /** Whose copy it is, from clientOutboundChannel on. */
  readonly recipient: ClientTag | null
  /** Heart-beats and timers: no token, no display time. */
  readonly folded: boolean
}

/** Octets that nobody has decoded yet have no name. */
const UNNAMED: TokenLook = { shape: 'event', label: '' }

/** The traits of every event, handed down from cause to effect. */
export class TraitsIndex implements LogIndex {
  /** Index into `#known`, since most events share their traits with many others. */
  readonly #traits = new SeqColumn()
  readonly #known: MessageTraits[] = []
  readonly #places = new Map<string, number>()

  read(event: TraceEvent, log: EventLog): void {
    const cause = event.cause === null ? null : this.of(event.cause)
    const traits = traitsOf(event, cause)
    this.#traits.push(event.seq, this.#place(traits))
    if (event.type === 'stomp.frame-decoded') this.#nameCauses(event, traits, log)
  }

  forget(first: number): void {
    this.#traits.forget(first)
  }

  of(seq: number): MessageTraits | null {
    const place = this.#traits.at(seq)
    return place === undefined ? null : (this.#known[place] ?? null)
  }

  /** Every look and owner that there was so far: few, since events share them. */
  get known(): readonly MessageTraits[] {
    return this.#known
  }

  /** What brought the octets of a frame gets its name when they are decoded. */
  #nameCauses(event: TraceEvent, look: TokenLook, log: EventLog): void {
    for (let seq = event.cause; seq !== null; seq = log.at(seq)?.cause ?? null) {
      const before = this.of(seq)
      if (before === null || before.label !== UNNAMED.label) return
      this.#traits.set(seq, this.#place({ ...before, shape: look.shape, label: look.label }))
    }
  }

  #place(traits: MessageTraits): number {
    const key = `${traits.shape} ${traits.label} ${traits.owner} ${traits.recipient} ${traits.folded}`
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.#known.length)
    return this.#known.push(traits) - 1
  }
}

function traitsOf(event: TraceEvent, cause: MessageTraits | null): MessageTraits {
  const own = tokenLook(event)
  const look = own ?? cause ?? UNNAMED
  return {
    shape: look.shape,
    label: look.label,
    owner: cause === null ? event.client : cause.owner,
    recipient: event.station === 'clientOutboundChannel' ? event.client : (cause?.recipient ?? null),
    folded: own === null ? (cause?.folded ?? false) : own.shape === 'heartbeat',
  }
}
