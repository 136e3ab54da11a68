import type { EventLog, TraceEvent } from '#trace'
import { READABLE_PER_SECOND } from './detail-level.ts'
import { RateOfEach } from './rate-of-each.ts'
import { SeqColumn } from './seq-column.ts'

/**
 * Why a token keeps its label in a load: it is `held` at a gate, or it came `singly`, unlike what its sender repeats.
 * What led to it and what follows from it keep theirs too.
 */
export type Standing = 'ordinary' | 'singly' | 'held'

const STANDINGS: readonly Standing[] = ['ordinary', 'singly', 'held']

/** Which events are no part of a load, although one may be going on; by the log alone. */
export class StandingOut {
  /** Index into {@link STANDINGS}. */
  readonly #standings = new SeqColumn()
  readonly #rates = new RateOfEach()

  /** @returns the events that turn out to stand out: this one, and what led to it, the latest first */
  read(event: TraceEvent, log: EventLog): readonly number[] {
    const standing = strongest(this.#ownOf(event), event.cause === null ? 'ordinary' : this.of(event.cause))
    this.#standings.push(event.seq, STANDINGS.indexOf('ordinary'))
    const found: number[] = []
    for (let seq: number | null = event.seq; seq !== null; seq = log.at(seq)?.cause ?? null) {
      if (strongest(this.of(seq), standing) === this.of(seq)) break
      this.#standings.set(seq, STANDINGS.indexOf(standing))
      found.push(seq)
    }
    return found
  }

  of(seq: number): Standing {
    return STANDINGS[this.#standings.at(seq) ?? 0] ?? 'ordinary'
  }

  forget(first: number): void {
    this.#standings.forget(first)
  }

  #ownOf(event: TraceEvent): Standing {
    if (event.type === 'gate.held') return 'held'
    const thing = whatIsSent(event)
    if (thing === null) return 'ordinary'
    return this.#rates.add(thing, event.at) <= READABLE_PER_SECOND ? 'singly' : 'ordinary'
  }
}

/** What a person or a program sends, and who; null: the event is nothing of that kind. */
function whatIsSent(event: TraceEvent): string | null {
  switch (event.type) {
    case 'stomp.frame-decoded':
      return JSON.stringify([event.session, event.frame.command, event.frame.headers, event.frame.body])
    case 'publish.commanded':
      return JSON.stringify([event.destination, event.user, event.body])
    default:
      return null
  }
}

function strongest(one: Standing, other: Standing): Standing {
  return STANDINGS.indexOf(one) > STANDINGS.indexOf(other) ? one : other
}
