import { firstNativeHeader, type Message } from '../messaging/message.ts'
import { type SelectorToken, selectorTokens } from './selector-tokens.ts'

/** Whether a message is wanted. */
export type Selector = (message: Message) => boolean

/** Null is Java's null, and what an evaluation that fails comes to. */
type Value = string | number | boolean | null
type Expression = (message: Message) => Value

/** Maps, not objects: the names come from clients, and every object has a `constructor`. */
const TOP_LEVEL: ReadonlyMap<string, (message: Message) => string | undefined> = new Map([
  ['simpDestination', ({ headers }: Message) => headers.simpDestination],
  ['simpMessageType', ({ headers }: Message) => headers.simpMessageType],
  ['simpSessionId', ({ headers }: Message) => headers.simpSessionId],
  ['stompCommand', ({ headers }: Message) => headers.stompCommand],
  ['contentType', ({ headers }: Message) => headers.contentType],
])

/** `SimpMessageHeaderPropertyAccessor`: the destination by that name, else native headers before top-level ones. */
const headerNamed = (name: string): Expression =>
  name.toLowerCase() === 'destination'
    ? ({ headers }) => headers.simpDestination ?? null
    : (message) => firstNativeHeader(message, name) ?? TOP_LEVEL.get(name)?.(message) ?? null

const COMPARISONS: Readonly<Record<string, (left: Value, right: Value) => Value>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => ordered(left, right, (order) => order < 0),
  '<=': (left, right) => ordered(left, right, (order) => order <= 0),
  '>': (left, right) => ordered(left, right, (order) => order > 0),
  '>=': (left, right) => ordered(left, right, (order) => order >= 0),
}

/** Only two numbers or two texts have an order. */
const ordered = (left: Value, right: Value, test: (order: number) => boolean): Value => {
  if (typeof left === 'number' && typeof right === 'number') return test(left - right)
  if (typeof left === 'string' && typeof right === 'string') return test(Number(left > right) - Number(left < right))
  return null
}

/** A tenth of SpEL's own limit: the parser recurses. */
const SELECTOR_LENGTH_LIMIT = 1000

const LITERALS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** A recursive descent over the tokens, loosest operator first; null where the text is not of this grammar. */
class SelectorParser {
  readonly #tokens: readonly SelectorToken[]
  #next = 0

  constructor(tokens: readonly SelectorToken[]) {
    this.#tokens = tokens
  }

  parse(): Expression | null {
    const expression = this.#either()
    return this.#next === this.#tokens.length ? expression : null
  }

  #either(): Expression | null {
    const left = this.#both()
    if (!left || !this.#accept('||')) return left
    const right = this.#either()
    return right && ((message) => left(message) === true || right(message))
  }

  #both(): Expression | null {
    const left = this.#negation()
    if (!left || !this.#accept('&&')) return left
    const right = this.#both()
    return right && ((message) => (left(message) === true ? right(message) : false))
  }

  #negation(): Expression | null {
    if (!this.#accept('!')) return this.#comparison()
    const inner = this.#negation()
    return (
      inner &&
      ((message) => {
        const value = inner(message)
        return typeof value === 'boolean' ? !value : null
      })
    )
  }

  #comparison(): Expression | null {
    const left = this.#operand()
    const operator = this.#tokens[this.#next]
    const compare = operator?.kind === 'operator' ? COMPARISONS[operator.text] : undefined
    if (!left || !compare) return left
    this.#next++
    const right = this.#operand()
    return right && ((message) => compare(left(message), right(message)))
  }

  #operand(): Expression | null {
    if (this.#accept('(')) {
      const inner = this.#either()
      return this.#accept(')') ? inner : null
    }
    const token = this.#tokens[this.#next++]
    if (token === undefined || token.kind === 'operator') return null
    if (token.kind === 'number') return () => token.value
    if (token.kind === 'text') return () => token.text
    if (token.text === 'headers') return this.#header()
    const literal = LITERALS.get(token.text)
    return literal === undefined ? null : () => literal
  }

  /** `headers.name` or `headers['name']` */
  #header(): Expression | null {
    const isDotted = this.#accept('.')
    if (!isDotted && !this.#accept('[')) return null
    const token = this.#tokens[this.#next++]
    if (token?.kind !== (isDotted ? 'name' : 'text')) return null
    return isDotted || this.#accept(']') ? headerNamed(token.text) : null
  }

  #accept(operator: string): boolean {
    const token = this.#tokens[this.#next]
    if (token?.kind !== 'operator' || token.text !== operator) return false
    this.#next++
    return true
  }
}

/**
 * The part of SpEL that selectors are written in: headers, literals, comparisons, `and`, `or`, `not`, parentheses.
 *
 * @returns null for what cannot be parsed: the subscription then gets everything, as in Spring (spring.md 3.12)
 */
export const parseSelector = (source: string): Selector | null => {
  if (source.length > SELECTOR_LENGTH_LIMIT) return null
  const tokens = selectorTokens(source)
  const expression = tokens && new SelectorParser(tokens).parse()
  return expression && ((message) => expression(message) === true)
}
