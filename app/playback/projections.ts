import type { EventLog } from '#trace'
import { cursorAtTime } from '../projection/cursor-at-time.ts'
import type { HeartState } from '../projection/heart-state.ts'
import { createHeartsFold } from '../projection/hearts-fold.ts'
import type { LabState } from '../projection/lab-state.ts'
import { createLabStateFold } from '../projection/lab-state-fold.ts'
import { LogIndexes } from '../projection/log-indexes.ts'
import { narrateStep } from '../projection/narration.ts'
import { route } from '../projection/route.ts'
import type { RouteItem } from '../projection/route-item.ts'
import { sameFrame } from '../projection/same-frame.ts'
import { TraceMatches } from '../projection/search/trace-matches.ts'
import type { Sentence } from '../projection/sentence.ts'
import { FilteredTicks } from '../projection/timeline/filtered-ticks.ts'
import { type TravelledEdge, travelledEdges } from '../projection/travelled-edges.ts'
import { rememberLast } from './remember-last.ts'

/** How long a sentence stays under load, in milliseconds of the lab: time to read it, or to hear it. */
const READING_MS = 2_000

export interface MessageRoute {
  readonly message: number | null
  readonly items: readonly RouteItem[]
}

/** What the page can show of one log. The same cursor gives the same object again. */
export class Projections {
  readonly indexes: LogIndexes
  readonly filtered: FilteredTicks
  readonly matches: TraceMatches
  readonly #fold: (cursor: number) => LabState
  readonly #hearts: (cursor: number) => readonly HeartState[]

  constructor(log: EventLog) {
    this.indexes = new LogIndexes(log)
    this.filtered = new FilteredTicks(this.indexes)
    this.matches = new TraceMatches(this.indexes)
    this.#fold = createLabStateFold(this.indexes)
    this.#hearts = rememberLast(createHeartsFold(log))
  }

  labStateAt(cursor: number): LabState {
    return this.#fold(cursor)
  }

  /** Of each client the newest connection's. */
  heartsAt(cursor: number): readonly HeartState[] {
    return this.#hearts(cursor)
  }

  /** @param position the step that the caption is about */
  captionAt(cursor: number, position: number = this.indexes.steps.stepsAt(cursor)): Sentence {
    return this.#caption(cursor, position)
  }

  /** What can be read under load: the newest telling step of two seconds ago at most. It stays until they are over. */
  unhurriedCaptionAt(cursor: number): Sentence {
    const { log } = this.indexes
    const at = log.at(cursor - 1)?.at ?? 0
    const then = Math.min(cursor, cursorAtTime(log, at - (at % READING_MS)))
    return this.captionAt(then, this.tellingStepAt(then))
  }

  /** The newest step that is more than a heart-beat or a timer. */
  tellingStepAt(cursor: number): number {
    const { steps, traits } = this.indexes
    for (let step = steps.stepsAt(cursor); ; step--) {
      const start = steps.startOf(step)
      if (start === undefined) return steps.stepsAt(cursor)
      if (traits.of(start)?.folded !== true) return step
    }
  }

  /** The way of the message that the cursor shows. It grows while the message is under way. */
  routeAt(cursor: number): MessageRoute {
    const message = this.indexes.messages.shownAt(cursor)
    return this.#route(cursor, message, message === null ? 0 : this.indexes.messages.stepsOf(message).length)
  }

  /** Where the message that the cursor shows has been. */
  travelledAt(cursor: number): readonly TravelledEdge[] {
    return this.#travelled(cursor, this.indexes.messages.shownAt(cursor))
  }

  /** The chosen event, and what else is about the same frame. */
  readonly chosen = rememberLast((selection: number | null): readonly number[] =>
    selection === null ? [] : sameFrame(this.indexes.log, selection),
  )

  readonly #caption = rememberLast((cursor: number, position: number) =>
    narrateStep(position, { indexes: this.indexes, cursor }),
  )

  readonly #route = rememberLast((cursor: number, message: number | null, _steps: number): MessageRoute => {
    if (message === null) return { message, items: [] }
    return { message, items: route(message, { indexes: this.indexes, cursor }) }
  })

  readonly #travelled = rememberLast((cursor: number, message: number | null) =>
    message === null ? [] : travelledEdges(this.indexes, message, cursor),
  )
}
