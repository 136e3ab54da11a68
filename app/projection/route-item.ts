import type { ClientTag, Station } from '#trace'
import type { Sentence } from './sentence.ts'

/** One hop of a message's route: one step of the trace (trace.md, Step). */
export interface RouteItem {
  /** The event that begins the step. */
  readonly seq: number
  readonly station: Station
  /** Shown before the station's name where the station is `client`. */
  readonly client: ClientTag | null
  readonly sentence: Sentence
  /** Of an offer fan: each handler with what it answered, as far as the cursor knows. */
  readonly offers: readonly {
    readonly handler: Station
    readonly answer: 'waiting' | 'taken' | 'ignored' | 'failed'
    readonly sentence: Sentence | null
  }[]
  readonly state: 'done' | 'here' | 'not-yet'
}
