import { type AntPathMatcher, comparePatterns } from './ant-path-matcher.ts'
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

/** The handler methods of an application by pattern (spring.md 3.3, 3.4). */
export class MappingRegistry {
  readonly #mappings: readonly Mapping[]
  readonly #pathMatcher: AntPathMatcher

  constructor(controllers: readonly Controller[], pathMatcher: AntPathMatcher) {
    this.#pathMatcher = pathMatcher
    const withSlash = (pattern: string): string =>
      pathMatcher.separator === '/' && pattern !== '' && !pattern.startsWith('/') ? `/${pattern}` : pattern
    this.#mappings = controllers.flatMap((controller) =>
      controller.methods.map((method) => ({
        controller,
        method,
        pattern: pathMatcher.combine(withSlash(controller.pattern ?? ''), withSlash(method.pattern)),
      })),
    )
  }

  patternsOf(annotation: HandlerMethod['annotation']): readonly string[] {
    return this.#mappings.filter(({ method }) => method.annotation === annotation).map(({ pattern }) => pattern)
  }

  /** First the literal patterns, then all; the best one wins. */
  find(annotation: HandlerMethod['annotation'], destination: string): MappingLookup {
    const ofType = this.#mappings.filter(({ method }) => method.annotation === annotation)
    const literal = ofType.filter(({ pattern }) => pattern === destination && !this.#pathMatcher.isPattern(pattern))
    const candidates =
      literal.length > 0 ? literal : ofType.filter(({ pattern }) => this.#pathMatcher.matches(pattern, destination))
    const compare = comparePatterns(destination)
    const [best, second] = candidates.toSorted((a, b) => compare(a.pattern, b.pattern))
    if (!best) return { kind: 'none' }
    if (second && compare(best.pattern, second.pattern) === 0) return { kind: 'ambiguous', mappings: [best, second] }
    return {
      kind: 'found',
      mapping: best,
      variables: this.#pathMatcher.extractVariables(best.pattern, destination) ?? {},
    }
  }
}
