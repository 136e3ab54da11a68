import type { EventLog } from '#trace'
import { ConfigurationIndex } from './configuration-index.ts'
import { DisplaySchedule } from './display-schedule.ts'
import { FacetsIndex } from './filter/facets-index.ts'
import type { LogIndex } from './log-index.ts'
import { MessageIndex } from './message-index.ts'
import { OfferIndex } from './offer-index.ts'
import { StepIndex } from './step-index.ts'
import { MarkerIndex } from './timeline/marker-index.ts'
import { TimelineIndex } from './timeline/timeline-index.ts'
import { TraitsIndex } from './traits-index.ts'
import { TravelIndex } from './travel-index.ts'

/** Everything that is known about the events of one log, kept up with it. */
export class LogIndexes {
  readonly log: EventLog
  readonly steps: StepIndex = new StepIndex()
  readonly messages: MessageIndex = new MessageIndex(this.steps)
  readonly offers: OfferIndex = new OfferIndex()
  readonly traits: TraitsIndex = new TraitsIndex()
  readonly schedule: DisplaySchedule = new DisplaySchedule(this.traits)
  readonly travels: TravelIndex = new TravelIndex(this.traits, this.schedule)
  readonly markers: MarkerIndex = new MarkerIndex()
  readonly timeline: TimelineIndex = new TimelineIndex(this.traits, this.markers)
  readonly facets: FacetsIndex = new FacetsIndex()
  readonly configurations: ConfigurationIndex = new ConfigurationIndex()
  /** In the order in which they need each other. */
  readonly #all: readonly LogIndex[] = [
    this.steps,
    this.messages,
    this.offers,
    this.traits,
    this.schedule,
    this.travels,
    this.markers,
    this.timeline,
    this.facets,
    this.configurations,
  ]
  #first: number
  #next: number

  constructor(log: EventLog) {
    this.log = log
    this.#first = log.first
    this.#next = log.first
    this.catchUp()
  }

  /** Reads what is new in the log and forgets what it evicted. */
  catchUp(): void {
    if (this.log.first > this.#first) {
      this.#first = this.log.first
      this.#next = Math.max(this.#next, this.#first)
      for (const index of this.#all) index.forget(this.#first)
    }
    for (; this.#next < this.log.next; this.#next++) {
      const event = this.log.at(this.#next)
      if (event === undefined) return
      for (const index of this.#all) index.read(event, this.log)
    }
  }
}
