import type { TraceEvent } from '#trace'
import type { LogIndexes } from '../log-indexes.ts'
import { type FilterFacets, layerOf } from './filter-facets.ts'
import type { FilterTerm } from './filter-term.ts'

/** Whether events pass a filter. What an event does not say itself, the nearest of its causes says. */
export class EventFilter {
  readonly #terms: readonly FilterTerm[]
  readonly #indexes: LogIndexes

  constructor(terms: readonly FilterTerm[], indexes: LogIndexes) {
    this.#terms = terms
    this.#indexes = indexes
  }

  /** Everything passes. */
  get isEmpty(): boolean {
    return this.#terms.length === 0
  }

  passes(event: TraceEvent): boolean {
    return this.#terms.every((term) => this.#holds(term, event) !== term.negated)
  }

  #holds(term: FilterTerm, event: TraceEvent): boolean {
    const traits = this.#indexes.traits.of(event.seq)
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
    const traits = this.#indexes.traits.of(event.seq)
    if (flag === 'heartbeat') return traits?.folded === true
    if (flag === 'ignored') return event.type === 'handler.left' && event.outcome.kind === 'ignored'
    return traits?.shape === 'error' || (event.type === 'handler.left' && event.outcome.kind === 'failed')
  }

  #facets({ seq }: TraceEvent): FilterFacets {
    return this.#indexes.facets.of(seq, this.#indexes.log)
  }
}

const COMPARISONS: Readonly<Record<'<' | '<=' | '>' | '>=' | '=', (size: number, octets: number) => boolean>> = {
  '<': (size, octets) => size < octets,
  '<=': (size, octets) => size <= octets,
  '>': (size, octets) => size > octets,
  '>=': (size, octets) => size >= octets,
  '=': (size, octets) => size === octets,
}
