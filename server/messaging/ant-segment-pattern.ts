/** `?`, `*`, `{v}` and `{v:expression}`, the last with one level of braces: `AntPathStringMatcher.GLOB_PATTERN`. */
const WILDCARD = /\?|\*|\{((?:\{[^/]+?\}|[^/{}]|\\[{}])+?)\}/g

const ANY_CHARACTER = Symbol('?')
const ANY_RUN = Symbol('*')

type Glob = readonly (string | typeof ANY_CHARACTER | typeof ANY_RUN)[]

const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Clients choose the patterns of their subscriptions, so an expression runs only if it cannot run away: at most one
 * open-ended repetition, none of a group, no look-around.
 */
const isHarmless = (expression: string): boolean => {
  const bare = expression.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x')
  const repetitions = bare.match(/[*+]|(?<!\()\?|\{\d+,\d*\}/g)?.length ?? 0
  return repetitions <= 1 && !/\)[*+?{]|\(\?[^:]/.test(bare)
}

const compiled = (source: string): RegExp | null => {
  try {
    return new RegExp(`^(?:${source})$`, 's')
  } catch {
    return null
  }
}

/** Linear but for the last `*`: a regular expression would try every way to share a text among several. */
const matchesGlob = (glob: Glob, text: string): boolean => {
  let wanted = 0
  let given = 0
  let lastRun = -1
  let runEnd = 0
  while (given < text.length) {
    const part = glob[wanted]
    if (part === ANY_RUN) {
      lastRun = wanted++
      runEnd = given
    } else if (part === ANY_CHARACTER || part === text[given]) {
      wanted++
      given++
    } else if (lastRun >= 0) {
      wanted = lastRun + 1
      given = ++runEnd
    } else return false
  }
  return glob.slice(wanted).every((part) => part === ANY_RUN)
}

/** `AntPathStringMatcher`: one segment of a pattern. An expression that is not run matches nothing. */
export class AntSegmentPattern {
  /** Null where an expression decides. */
  readonly #glob: Glob | null
  readonly #expression: RegExp | null
  readonly #names: readonly string[]

  constructor(token: string) {
    const glob: (string | typeof ANY_CHARACTER | typeof ANY_RUN)[] = []
    const names: string[] = []
    let source = ''
    let end = 0
    let hasExpression = false
    let isRunnable = true
    for (const { 0: wildcard, 1: variable, index } of token.matchAll(WILDCARD)) {
      const literal = token.slice(end, index)
      end = index + wildcard.length
      glob.push(...literal.split(''), wildcard === '?' ? ANY_CHARACTER : ANY_RUN)
      source += escaped(literal)
      if (variable === undefined) source += wildcard === '?' ? '.' : '.*'
      else {
        const [name = '', ...expression] = variable.split(':')
        names.push(name)
        source += expression.length > 0 ? `(${expression.join(':')})` : '(.*)'
        hasExpression ||= expression.length > 0
        isRunnable &&= isHarmless(expression.join(':'))
      }
    }
    glob.push(...token.slice(end).split(''))
    this.#names = names
    this.#glob = hasExpression ? null : glob
    this.#expression = isRunnable ? compiled(source + escaped(token.slice(end))) : null
  }

  matches(segment: string): boolean {
    return this.#glob ? matchesGlob(this.#glob, segment) : (this.#expression?.test(segment) ?? false)
  }

  /** By name, of a segment that matches. */
  variablesOf(segment: string): readonly (readonly [name: string, value: string])[] {
    const values = this.#names.length === 0 ? null : this.#expression?.exec(segment)
    return this.#names.map((name, index) => [name, values?.[index + 1] ?? ''])
  }
}
