interface PatternTraits {
  readonly catchesAll: boolean
  /** Ends with `/**`. */
  readonly isPrefix: boolean
  readonly variables: number
  readonly singleWildcards: number
  readonly doubleWildcards: number
  readonly total: number
  /** With every variable counted as one character. */
  readonly length: number
}

/** `AntPatternComparator.PatternInfo`: how specific a pattern is. */
const traitsOf = (pattern: string): PatternTraits => {
  const count = (what: RegExp, text: string): number => text.match(what)?.length ?? 0
  const variables = count(/\{/g, pattern)
  const doubleWildcards = count(/\*\*/g, pattern)
  const singleWildcards = count(/(?<=.)\*/gs, pattern.replaceAll('**', '').replace(/\.\*$/, ''))
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

/** Orders patterns that match a path, the best one first: `AntPathMatcher.AntPatternComparator` (spring.md 3.4). */
export const comparePatterns =
  (path: string) =>
  (first: string, second: string): number => {
    const a = traitsOf(first)
    const b = traitsOf(second)
    if (a.catchesAll || b.catchesAll) return Number(a.catchesAll) - Number(b.catchesAll)
    if (first === path || second === path) return Number(second === path) - Number(first === path)
    if (a.isPrefix && b.isPrefix) return b.length - a.length
    if (a.isPrefix && b.doubleWildcards === 0) return 1
    if (b.isPrefix && a.doubleWildcards === 0) return -1
    return (
      a.total - b.total || b.length - a.length || a.singleWildcards - b.singleWildcards || a.variables - b.variables
    )
  }
