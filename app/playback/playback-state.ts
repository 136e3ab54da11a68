import type { Sentence } from '../projection/sentence.ts'
import type { Speed } from './speed.ts'

/** Which tokens are drawn: none, all that are under way, or those of one step `[from, to)`. */
export type Motion =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'step'; readonly from: number; readonly to: number; readonly end: number }

/** How a staging paces the display: not at all, or so that display time `until` comes in time. */
export type Pace =
  | { readonly kind: 'held' }
  | { readonly kind: 'budget'; readonly until: number; readonly rate: number }

export interface PlaybackState {
  /** Runs after the log. */
  readonly following: boolean
  /** Time runs; also while following. */
  readonly playing: boolean
  readonly speed: Speed
  /** Events shown. */
  readonly cursor: number
  /** Milliseconds of the playback's own clock. */
  readonly displayTime: number
  readonly motion: Motion
  readonly pace: Pace | null
  /** Another animation frame is due. */
  readonly moving: boolean
  /** The log's end as it was seen last. */
  readonly live: number
  /** Counts logs; a new one begins with another life of the lab. */
  readonly generation: number
  /** `seq` of the chosen event. */
  readonly selection: number | null
  readonly reducedMotion: boolean
  /** As it was typed; what it hides is stepped over, and is still there. */
  readonly filter: string
  /** As it was typed; what it finds is marked. */
  readonly search: string
  /** The newest search that could be read. */
  readonly sought: string
  /** Stands in for the step's sentence until something is shown or the person moves the cursor. */
  readonly announcement: Sentence | null
}

export interface PlaybackActions {
  play(): void
  pause(): void
  step(): void
  stepBack(): void
  previousMessage(): void
  nextMessage(): void
  seek(cursor: number): void
  /** @param position steps shown, of the whole log */
  seekToStep(position: number): void
  /** Shows the step that an event belongs to, and chooses the event. */
  showStepOf(seq: number): void
  toStart(): void
  goLive(): void
  setSpeed(speed: Speed): void
  slower(): void
  faster(): void
  select(seq: number | null): void
  setReducedMotion(reduced: boolean): void
  setFilter(filter: string): void
  setSearch(search: string): void
  /** Staging: the display stands still while the log grows. */
  hold(): void
  /**
   * Staging: shows everything before the cursor within the time.
   *
   * @returns true when it was shown, false when the person or another staging ended it
   */
  playWithin(untilCursor: number, budget: number): Promise<boolean>
  announce(sentence: Sentence | null): void
  /** The log has changed. */
  sync(): void
  /** @param elapsed real milliseconds */
  advance(elapsed: number): void
}
