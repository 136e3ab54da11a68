import { AntSegmentPattern } from './ant-segment-pattern.ts'

/** Clients choose patterns too: the memory of read segments starts afresh when it is full. */
const SEGMENT_CACHE_LIMIT = 1024

const ANY_SEGMENTS = '**'

/**
 * Spring's `AntPathMatcher` (spring.md 3.5): `?` one character, `*` any run within a segment, `**` any number of
 * segments, `{v}` and `{v:expression}` a part of one segment by name.
 */
export class AntPathMatcher {
  readonly separator: '/' | '.'
  readonly #segmentPatterns = new Map<string, AntSegmentPattern>()

  constructor(separator: '/' | '.' = '/') {
    this.separator = separator
  }

  isPattern(path: string): boolean {
    return /[*?]|\{.*\}/s.test(path)
  }

  matches(pattern: string, path: string): boolean {
    return this.#align(pattern, path) !== null
  }

  /** The variables of a matching pattern; null when it does not match. */
  extractVariables(pattern: string, path: string): Readonly<Record<string, string>> | null {
    const aligned = this.#align(pattern, path)
    return (
      aligned && Object.fromEntries(aligned.flatMap(([token, segment]) => this.#segment(token).variablesOf(segment)))
    )
  }

  /** A pattern of a class before one of its methods (spring.md 3.3); without Spring's merging of file extensions. */
  combine(first: string, second: string): string {
    if (first === '') return second
    if (second === '') return first
    if (first !== second && !first.includes('{') && this.matches(first, second)) return second
    const { separator } = this
    const base = first.endsWith(`${separator}*`) ? first.slice(0, -1) : first
    const left = base.endsWith(separator) ? base.slice(0, -1) : base
    const right = second.startsWith(separator) ? second.slice(1) : second
    return `${left}${separator}${right}`
  }

  /** Empty tokens vanish: `/a//b` is `/a/b`. */
  #tokens(path: string): readonly string[] {
    return path.split(this.separator).filter((token) => token !== '')
  }

  /** Tokens of the pattern with their segments of the path, `**` left out; null when they do not match. */
  #align(pattern: string, path: string): readonly (readonly [token: string, segment: string])[] | null {
    const { separator } = this
    if (pattern.startsWith(separator) !== path.startsWith(separator)) return null
    const tokens = this.#tokens(pattern)
    const segments = this.#tokens(path)
    const last = tokens.at(-1)
    if (last === '*' && path.endsWith(separator) && !tokens.includes(ANY_SEGMENTS)) {
      // `/a/*` takes `/a/` as well: the star may stand for the nothing after a separator.
      if (tokens.length === segments.length + 1) return this.#alignTokens(tokens.slice(0, -1), segments)
    }
    if (last !== ANY_SEGMENTS && pattern.endsWith(separator) !== path.endsWith(separator)) return null
    return this.#alignTokens(tokens, segments)
  }

  /** Each `**` takes as little as it can; only the last one ever needs to take more. */
  #alignTokens(
    tokens: readonly string[],
    segments: readonly string[],
  ): readonly (readonly [token: string, segment: string])[] | null {
    const aligned = new Array<number>(tokens.length)
    let wanted = 0
    let given = 0
    let lastAny = -1
    let anyEnd = 0
    while (given < segments.length) {
      const token = tokens[wanted]
      if (token === ANY_SEGMENTS) {
        lastAny = wanted++
        anyEnd = given
      } else if (token !== undefined && this.#segment(token).matches(segments[given] ?? '')) {
        aligned[wanted++] = given++
      } else if (lastAny >= 0) {
        wanted = lastAny + 1
        given = ++anyEnd
      } else return null
    }
    if (tokens.slice(wanted).some((token) => token !== ANY_SEGMENTS)) return null
    return tokens.flatMap((token, index) =>
      token === ANY_SEGMENTS ? [] : [[token, segments[aligned[index] ?? 0] ?? ''] as const],
    )
  }

  #segment(token: string): AntSegmentPattern {
    let pattern = this.#segmentPatterns.get(token)
    if (!pattern) {
      pattern = new AntSegmentPattern(token)
      if (this.#segmentPatterns.size >= SEGMENT_CACHE_LIMIT) this.#segmentPatterns.clear()
      this.#segmentPatterns.set(token, pattern)
    }
    return pattern
  }
}
