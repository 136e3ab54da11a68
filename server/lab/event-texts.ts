import type { EventLog } from '../trace/index.ts'

/** As many as pages that follow the lab read at about the same time. */
const KEPT = 1024

/** Events as JSON, each written once for all pages that follow the lab. */
export class EventTexts {
  readonly #log: Pick<EventLog, 'at'>
  /** By `seq`, one place for every so many. */
  readonly #numbers: number[] = []
  readonly #texts: string[] = []

  constructor(log: Pick<EventLog, 'at'>) {
    this.#log = log
  }

  /** Undefined for what was evicted or is not there yet. */
  of(seq: number): string | undefined {
    const place = seq % KEPT
    if (this.#numbers[place] === seq) return this.#texts[place]
    const event = this.#log.at(seq)
    if (event === undefined) return undefined
    const text = JSON.stringify(event)
    this.#numbers[place] = seq
    this.#texts[place] = text
    return text
  }
}
