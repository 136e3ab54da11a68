import {
  ANY_BUT_LINE_TERMINATORS,
  type PatternCharacters,
  type ReadCharacters,
  readClass,
  readEscape,
} from './java-pattern-characters.ts'

/** Whether the whole of a text matches, as Java's `Matcher#matches`; undefined: that would take too long. */
export type JavaPattern = (text: string) => boolean | undefined

/** A state of the matcher: it takes one character, or goes on without one. */
type State =
  | { readonly accepts: PatternCharacters; readonly then: State }
  | { readonly holds: (at: number, length: number) => boolean; readonly then: State }
  | { readonly either: readonly State[] }
  | typeof END

const END = { isEnd: true } as const

interface Part {
  /** How many states it makes. */
  readonly size: number
  /** Makes them, from the one that follows. */
  before(then: State): State
}

/** Spring refuses longer ones (`OperatorMatches.MAX_REGEX_LENGTH`). */
const LENGTH_LIMIT = 1000

/** Repetitions are written out: `((a{99}){99}){99}` is refused. */
const STATES = 10_000

/** Spring's matcher gives up after as many looks at a character (`OperatorMatches.PATTERN_ACCESS_THRESHOLD`). */
const LOOKS = 1_000_000

const one = (accepts: PatternCharacters): Part => ({ size: 1, before: (then) => ({ accepts, then }) })

const START: Part = { size: 1, before: (then) => ({ holds: (at) => at === 0, then }) }
const FINISH: Part = { size: 1, before: (then) => ({ holds: (at, length) => at === length, then }) }

const sizeOf = (parts: readonly Part[]): number => parts.reduce((size, part) => size + part.size, 1)

const sequence = (parts: readonly Part[]): Part => ({
  size: sizeOf(parts),
  before: (then) => parts.reduceRight((following, part) => part.before(following), then),
})

const alternatives = (parts: readonly Part[]): Part => ({
  size: sizeOf(parts),
  before: (then) => ({ either: parts.map((part) => part.before(then)) }),
})

const loop = (part: Part, then: State): State => {
  const either: State[] = [then]
  const state = { either }
  either.push(part.before(state))
  return state
}

const repeated = (part: Part, least: number, most: number | null): Part => ({
  size: (part.size + 1) * (most ?? least + 1),
  before(then) {
    let state = most === null ? loop(part, then) : then
    for (let count = least; count < (most ?? least); count++) state = { either: [part.before(state), then] }
    for (let count = 0; count < least; count++) state = part.before(state)
    return state
  },
})

const QUANTIFIERS: ReadonlyMap<string | undefined, readonly [least: number, most: number | null]> = new Map([
  ['*', [0, null]],
  ['+', [1, null]],
  ['?', [0, 1]],
])

/**
 * A recursive descent; null for what is no pattern, or none without captures, assertions, flags and possessiveness.
 * Greedy or lazy is all one where only the whole text is asked for.
 */
class PatternParser {
  readonly #pattern: readonly string[]
  #next = 0

  constructor(pattern: string) {
    this.#pattern = Array.from(pattern)
  }

  parse(): Part | null {
    const part = this.#alternatives()
    return this.#next === this.#pattern.length ? part : null
  }

  get #character(): string | undefined {
    return this.#pattern[this.#next]
  }

  #accept(character: string): boolean {
    if (this.#character !== character) return false
    this.#next++
    return true
  }

  #alternatives(): Part | null {
    const parts: Part[] = []
    do {
      const part = this.#sequence()
      if (part === null) return null
      parts.push(part)
    } while (this.#accept('|'))
    return alternatives(parts)
  }

  #sequence(): Part | null {
    const parts: Part[] = []
    while (this.#character !== undefined && this.#character !== '|' && this.#character !== ')') {
      const atom = this.#atom()
      const part = atom && this.#quantified(atom)
      if (part === null) return null
      parts.push(part)
    }
    return sequence(parts)
  }

  #atom(): Part | null {
    const character = this.#character ?? ''
    this.#next++
    if (character === '(') return this.#group()
    if (character === '[') return this.#characters(readClass(this.#pattern, this.#next))
    if (character === '\\') return this.#characters(readEscape(this.#pattern, this.#next))
    if (character === '.') return one(ANY_BUT_LINE_TERMINATORS)
    if (character === '^') return START
    if (character === '$') return FINISH
    return '*+?{'.includes(character) ? null : one((other) => other === character)
  }

  #group(): Part | null {
    if (this.#accept('?') && !this.#accept(':')) return null
    const inner = this.#alternatives()
    return this.#accept(')') ? inner : null
  }

  #characters(read: ReadCharacters): Part | null {
    if (read === null) return null
    this.#next = read.next
    return one(read.accepts)
  }

  #quantified(atom: Part): Part | null {
    const counts = this.#counts()
    if (counts === undefined) return atom
    if (counts === null || this.#character === '+') return null
    this.#accept('?')
    const [least, most] = counts
    const part = repeated(atom, least, most)
    return part.size <= STATES && (most === null || most >= least) ? part : null
  }

  /** Undefined: there are none; null: what stands there are none. */
  #counts(): readonly [least: number, most: number | null] | null | undefined {
    const short = QUANTIFIERS.get(this.#character)
    if (short !== undefined) this.#next++
    if (short !== undefined || this.#character !== '{') return short
    const written = /^\{(\d{1,3})(?:(,)(\d{1,3})?)?\}/.exec(this.#pattern.slice(this.#next, this.#next + 9).join(''))
    if (written === null) return null
    this.#next += written[0].length
    const [, least, comma, most] = written
    return [Number(least), comma === undefined ? Number(least) : most === undefined ? null : Number(most)]
  }
}

/** All states that are reached without taking a character. */
const reach = (states: Iterable<State>, at: number, length: number): ReadonlySet<State> => {
  const reached = new Set(states)
  for (const state of reached) {
    if ('either' in state) for (const next of state.either) reached.add(next)
    else if ('holds' in state && state.holds(at, length)) reached.add(state.then)
  }
  return reached
}

const matches = (beginning: State, text: string): boolean | undefined => {
  const characters = Array.from(text)
  const { length } = characters
  let states = reach([beginning], 0, length)
  let looks = 0
  for (const [at, character] of characters.entries()) {
    looks += states.size
    if (looks > LOOKS) return undefined
    if (states.size === 0) return false
    const taken = [...states].flatMap((state) => ('accepts' in state && state.accepts(character) ? [state.then] : []))
    states = reach(taken, at + 1, length)
  }
  return states.has(END)
}

/** Null for what is no pattern, or one of a kind that is not known here. However it is written, it comes to an end. */
export const parseJavaPattern = (pattern: string): JavaPattern | null => {
  if (pattern.length > LENGTH_LIMIT) return null
  const part = new PatternParser(pattern).parse()
  if (part === null || part.size > STATES) return null
  const beginning = part.before(END)
  return (text) => matches(beginning, text)
}
