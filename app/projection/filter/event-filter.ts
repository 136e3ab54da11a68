import type { EventLog, TraceEvent } from '#trace'
import type { TraitsIndex } from '../traits-index.ts'
import { type FilterFacets, facetsOf, layerOf } from './filter-facets.ts'
import type { FilterTerm } from './filter-term.ts'

/** How far up its causes an event looks for what it is about. */
const FARTHEST_CAUSE = 40

const ABOUT_NOTHING: FilterFacets = { destination: null, body: null, size: null }

/** Whether events pass a filter. What an event does not say itself, the nearest of its causes says. */
export class EventFilter {
  readonly #terms: readonly FilterTerm[]
  readonly #log: EventLog
  readonly #traits: TraitsIndex

  constructor(terms: readonly FilterTerm[], log: EventLog, traits: TraitsIndex) {
    this.#terms = terms
    this.#log = log
    this.#traits = traits
  }

  /** Everything passes. */
  get isEmpty(): boolean {
    return this.#terms.length === 0
  }

  passes(event: TraceEvent): boolean {
    return this.#terms.every((term) => this.#holds(term, event) !== term.negated)
  }

  #holds(term: FilterTerm, event: TraceEvent): boolean {
    const traits = this.#traits.of(event.seq)
    switch (term.field) {
      case 'type':
        return term.commands.includes((traits?.label ?? '').toUpperCase())
      case 'from':
        return traits?.owner !== null && term.clients.includes((traits?.owner ?? '').toUpperCase())
      case 'to':
        return traits?.recipient !== null && term.clients.includes((traits?.recipient ?? '').toUpperCase())
      case 'layer':
        return layerOf(event) === term.layer
      case 'dir':
        return (traits?.recipient ?? null) === null ? term.direction === 'in' : term.direction === 'out'
      case 'is':
        return this.#is(term.flag, event)
      case 'dest': {
        const { destination } = this.#facets(event)
        return destination !== null && term.pattern.test(destination)
      }
      case 'body':
        return term.pattern.test(this.#facets(event).body ?? '')
      case 'size': {
        const { size } = this.#facets(event)
        return size !== null && COMPARISONS[term.compare](size, term.octets)
      }
      case 'text': {
        const { destination, body } = this.#facets(event)
        return [traits?.label, destination, body].some((text) => text?.toLowerCase().includes(term.words))
      }
    }
  }

  #is(flag: 'error' | 'heartbeat' | 'ignored', event: TraceEvent): boolean {
    const traits = this.#traits.of(event.seq)
    if (flag === 'heartbeat') return traits?.folded === true
    if (flag === 'ignored') return event.type === 'handler.left' && event.outcome.kind === 'ignored'
    return traits?.shape === 'error' || (event.type === 'handler.left' && event.outcome.kind === 'failed')
  }

  #facets(event: TraceEvent): FilterFacets {
    let at: TraceEvent | undefined = event
    for (let far = 0; at !== undefined && far < FARTHEST_CAUSE; far++) {
      const facets = facetsOf(at)
      if (facets !== null) return facets
      at = at.cause === null ? undefined : this.#log.at(at.cause)
    }
    return ABOUT_NOTHING
  }
}

const COMPARISONS: Readonly<Record<'<' | '<=' | '>' | '>=' | '=', (size: number, octets: number) => boolean>> = {
  '<': (size, octets) => size < octets,
  '<=': (size, octets) => size <= octets,
  '>': (size, octets) => size > octets,
  '>=': (size, octets) => size >= octets,
  '=': (size, octets) => size === octets,
}
