/**
 * Spring's `AntPathMatcher` (spring.md 3.5): `?` one character, `*` any run within a segment, `**` any number of
 * segments, `{v}` and `{v:regex}` one segment by name.
 */
export class AntPathMatcher {
  readonly separator: '/' | '.'
  readonly #segmentPatterns = new Map<string, SegmentPattern>()

  constructor(separator: '/' | '.' = '/') {
    this.separator = separator
  }

  isPattern(path: string): boolean {
    return /[*?]|\{.*\}/s.test(path)
  }

  matches(pattern: string, path: string): boolean {
    return this.#match(pattern, path, null)
  }

  /** The variables of a matching pattern; null when it does not match. */
  extractVariables(pattern: string, path: string): Readonly<Record<string, string>> | null {
    const variables: Record<string, string> = {}
    return this.#match(pattern, path, variables) ? variables : null
  }

  /** `AntPathMatcher#combine` as mappings of class and method need it (spring.md 3.3). */
  combine(first: string, second: string): string {
    if (first === '') return second
    if (second === '') return first
    const left = first.endsWith(this.separator) ? first.slice(0, -1) : first
    const right = second.startsWith(this.separator) ? second.slice(1) : second
    return `${left}${this.separator}${right}`
  }

  #tokens(path: string): readonly string[] {
    return path.split(this.separator).filter((token) => token !== '')
  }

  #match(pattern: string, path: string, variables: Record<string, string> | null): boolean {
    const { separator } = this
    if (pattern.startsWith(separator) !== path.startsWith(separator)) return false
    const wanted = this.#tokens(pattern)
    const given = this.#tokens(path)
    if (!this.#matchTokens(wanted, given, variables)) return false
    return wanted.at(-1) === '**' || pattern.endsWith(separator) === path.endsWith(separator)
  }

  #matchTokens(wanted: readonly string[], given: readonly string[], variables: Record<string, string> | null): boolean {
    const [token, ...others] = wanted
    if (token === undefined) return given.length === 0
    if (token === '**') {
      if (others.length === 0) return true
      return Array.from({ length: given.length + 1 }).some((_, skipped) =>
        this.#matchTokens(others, given.slice(skipped), variables),
      )
    }
    const [segment] = given
    if (segment === undefined || !this.#segmentPattern(token).matches(segment, variables)) return false
    return this.#matchTokens(others, given.slice(1), variables)
  }

  #segmentPattern(token: string): SegmentPattern {
    let pattern = this.#segmentPatterns.get(token)
    if (!pattern) {
      pattern = new SegmentPattern(token)
      this.#segmentPatterns.set(token, pattern)
    }
    return pattern
  }
}

const WILDCARD = /\?|\*|\{((?:\{[^/]+?\}|[^/{}]|\\[{}])+?)\}/g

const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `AntPathStringMatcher`: one segment as a regular expression. */
class SegmentPattern {
  readonly #expression: RegExp
  readonly #names: string[] = []

  constructor(token: string) {
    let source = ''
    let end = 0
    for (const match of token.matchAll(WILDCARD)) {
      source += escaped(token.slice(end, match.index)) + this.#wildcard(match[0], match[1])
      end = match.index + match[0].length
    }
    this.#expression = new RegExp(`^(?:${source}${escaped(token.slice(end))})$`, 's')
  }

  matches(segment: string, variables: Record<string, string> | null): boolean {
    const match = this.#expression.exec(segment)
    if (match === null) return false
    if (variables) for (const [index, name] of this.#names.entries()) variables[name] = match[index + 1] ?? ''
    return true
  }

  #wildcard(wildcard: string, variable: string | undefined): string {
    if (wildcard === '?') return '.'
    if (wildcard === '*' || variable === undefined) return '.*'
    const colon = variable.indexOf(':')
    this.#names.push(colon < 0 ? variable : variable.slice(0, colon))
    return colon < 0 ? '(.*)' : `(${variable.slice(colon + 1)})`
  }
}

/** How specific a pattern is, as `AntPatternComparator` asks (spring.md 3.4). */
const traits = (pattern: string) => {
  const variables = pattern.match(/\{[^/]+?\}/g)?.length ?? 0
  const doubleWildcards = pattern.match(/\*\*/g)?.length ?? 0
  const singleWildcards = (pattern.replace(/\.\*$/, '').match(/\*/g)?.length ?? 0) - 2 * doubleWildcards
  return {
    catchesAll: pattern === '/**',
    isPrefix: pattern !== '/**' && pattern.endsWith('/**'),
    variables,
    doubleWildcards,
    singleWildcards,
    total: variables + singleWildcards + 2 * doubleWildcards,
    length: pattern.replace(/\{[^/]+?\}/g, '#').length,
  }
}

/** Orders patterns for a path, the best first: `AntPatternComparator`. */
export const comparePatterns =
  (path: string) =>
  (first: string, second: string): number => {
    const a = traits(first)
    const b = traits(second)
    if (a.catchesAll !== b.catchesAll) return a.catchesAll ? 1 : -1
    if ((first === path) !== (second === path)) return first === path ? -1 : 1
    if (a.isPrefix && b.isPrefix) return b.length - a.length
    if (a.isPrefix !== b.isPrefix) {
      if (a.isPrefix && b.doubleWildcards === 0) return 1
      if (b.isPrefix && a.doubleWildcards === 0) return -1
    }
    if (a.total !== b.total) return a.total - b.total
    if (a.length !== b.length) return b.length - a.length
    return a.singleWildcards - b.singleWildcards || a.variables - b.variables
  }
