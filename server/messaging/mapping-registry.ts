import type { AntPathMatcher } from './ant-path-matcher.ts'
import { comparePatterns } from './ant-pattern-comparator.ts'
import type { Controller, HandlerMethod } from './handler-method.ts'

export interface Mapping {
  readonly controller: Controller
  readonly method: HandlerMethod
  /** Class and method pattern combined. */
  readonly pattern: string
}

export type MappingLookup =
  | { readonly kind: 'found'; readonly mapping: Mapping; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: 'none' }
  /** Spring finds out at run time (spring.md 2.4.12). */
  | { readonly kind: 'ambiguous'; readonly mappings: readonly [Mapping, Mapping] }

type Annotation = HandlerMethod['annotation']

interface MappingTable {
  readonly all: readonly Mapping[]
  /** Those whose pattern is no pattern. */
  readonly byDestination: ReadonlyMap<string, Mapping>
}

/** The handler methods of an application by pattern (spring.md 3.3, 3.4). */
export class MappingRegistry {
  readonly #tables: Readonly<Record<Annotation, MappingTable>>
  readonly #pathMatcher: AntPathMatcher

  /** Two methods with the same mapping are a mistake that ends the start, as in Spring (spring.md 2.4.12). */
  constructor(controllers: readonly Controller[], pathMatcher: AntPathMatcher) {
    this.#pathMatcher = pathMatcher
    const mappings = controllers.flatMap((controller) =>
      controller.methods.map((method) => ({ controller, method, pattern: this.#patternOf(controller, method) })),
    )
    this.#tables = {
      MessageMapping: this.#tableOf(mappings, 'MessageMapping'),
      SubscribeMapping: this.#tableOf(mappings, 'SubscribeMapping'),
    }
  }

  patternsOf(annotation: Annotation): readonly string[] {
    return this.#tables[annotation].all.map(({ pattern }) => pattern)
  }

  /** First the literal patterns, then all; the best one wins. */
  find(annotation: Annotation, destination: string): MappingLookup {
    const { all, byDestination } = this.#tables[annotation]
    const literal = byDestination.get(destination)
    if (literal) return { kind: 'found', mapping: literal, variables: {} }
    const compare = comparePatterns(destination)
    const [best, second] = all
      .filter(({ pattern }) => this.#pathMatcher.matches(pattern, destination))
      .toSorted((a, b) => compare(a.pattern, b.pattern))
    if (!best) return { kind: 'none' }
    if (second && compare(best.pattern, second.pattern) === 0) return { kind: 'ambiguous', mappings: [best, second] }
    return {
      kind: 'found',
      mapping: best,
      variables: this.#pathMatcher.extractVariables(best.pattern, destination) ?? {},
    }
  }

  /** Where `/` separates, a pattern without one before it gets it. */
  #patternOf(controller: Controller, method: HandlerMethod): string {
    const withSlash = (pattern: string): string =>
      this.#pathMatcher.separator === '/' && pattern !== '' && !pattern.startsWith('/') ? `/${pattern}` : pattern
    return this.#pathMatcher.combine(withSlash(controller.pattern ?? ''), withSlash(method.pattern))
  }

  #tableOf(mappings: readonly Mapping[], annotation: Annotation): MappingTable {
    const all = mappings.filter(({ method }) => method.annotation === annotation)
    const patterns = new Set(all.map(({ pattern }) => pattern))
    if (patterns.size < all.length) throw new Error(`Ambiguous mapping: one @${annotation} is there twice.`)
    const literal = all.filter(({ pattern }) => !this.#pathMatcher.isPattern(pattern))
    return { all, byDestination: new Map(literal.map((mapping) => [mapping.pattern, mapping])) }
  }
}
