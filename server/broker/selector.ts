import type { Message } from '../messaging/message.ts'
import { type SelectorToken, selectorTokens } from './selector-tokens.ts'
import { BINARY, type Evaluated, elementOf, listOf, MESSAGE, propertyOf, truthOf } from './selector-value.ts'

/** Whether a message is wanted. */
export type Selector = (message: Message) => boolean

type Expression = (message: Message) => Evaluated

/** A tenth of SpEL's own limit: the parser recurses. */
const SELECTOR_LENGTH_LIMIT = 1000

const LITERALS: ReadonlyMap<string, Evaluated> = new Map<string, Evaluated>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Operators of two operands that bind alike, loosest first; a row that is `once` takes no further one. */
const LEVELS: readonly { readonly operators: ReadonlySet<string>; readonly once: boolean }[] = [
  { operators: new Set(['==', '!=', '<', '<=', '>', '>=', 'matches', 'instanceof', 'between']), once: true },
  { operators: new Set(['+', '-']), once: false },
  { operators: new Set(['*', '/', '%']), once: false },
  { operators: new Set(['^']), once: true },
]

/** Parses, but may not be evaluated here: methods, types, beans. */
const FAILS: Expression = () => undefined

const binary = (operator: string, left: Expression, right: Expression): Expression => {
  const apply = BINARY.get(operator)
  return (message) => {
    const [first, second] = [left(message), right(message)]
    return first === undefined || second === undefined ? undefined : apply?.(first, second)
  }
}

/** A recursive descent over the tokens, loosest operator first; null where the text is not of this grammar. */
class SelectorParser {
  readonly #tokens: readonly SelectorToken[]
  #next = 0

  constructor(tokens: readonly SelectorToken[]) {
    this.#tokens = tokens
  }

  parse(): Expression | null {
    const expression = this.#expression()
    return this.#next === this.#tokens.length ? expression : null
  }

  #expression(): Expression | null {
    const first = this.#either()
    if (!first) return null
    if (this.#accept('=')) return this.#expression() && FAILS
    if (this.#accept('?:')) {
      const other = this.#expression()
      if (!other) return null
      return (message) => {
        const value = first(message)
        return value === null || value === '' ? other(message) : value
      }
    }
    return this.#accept('?') ? this.#choice(first) : first
  }

  #choice(condition: Expression): Expression | null {
    const yes = this.#expression()
    const no = yes && this.#accept(':') ? this.#expression() : null
    if (!yes || !no) return null
    return (message) => {
      const truth = truthOf(condition(message))
      return truth === undefined ? undefined : (truth ? yes : no)(message)
    }
  }

  #either(): Expression | null {
    const left = this.#both()
    if (!left || !this.#accept('||')) return left
    const right = this.#either()
    if (!right) return null
    return (message) => {
      const truth = truthOf(left(message))
      return truth === false ? truthOf(right(message)) : truth
    }
  }

  #both(): Expression | null {
    const left = this.#binary(0)
    if (!left || !this.#accept('&&')) return left
    const right = this.#both()
    if (!right) return null
    return (message) => {
      const truth = truthOf(left(message))
      return truth === true ? truthOf(right(message)) : truth
    }
  }

  #binary(index: number): Expression | null {
    const level = LEVELS[index]
    if (level === undefined) return this.#unary()
    let left = this.#binary(index + 1)
    for (let operator = this.#operator(level.operators); left && operator; operator = this.#operator(level.operators)) {
      const right = this.#binary(index + 1)
      left = right && binary(operator, left, right)
      if (level.once) break
    }
    return left
  }

  #unary(): Expression | null {
    if (this.#accept('!')) {
      const inner = this.#unary()
      if (!inner) return null
      return (message) => {
        const truth = truthOf(inner(message))
        return truth === undefined ? undefined : !truth
      }
    }
    const sign = this.#operator(SIGNS)
    if (sign === null) return this.#primary()
    const inner = this.#unary()
    return inner && binary(sign, () => 0, inner)
  }

  #primary(): Expression | null {
    let target = this.#start()
    while (target) {
      if (this.#accept('[')) target = this.#element(target)
      else if (this.#accept('.')) target = this.#member(target)
      else if (this.#accept('?.')) target = this.#member(target, true)
      else break
    }
    return target
  }

  #start(): Expression | null {
    if (this.#accept('(')) {
      const inner = this.#expression()
      return this.#accept(')') ? inner : null
    }
    if (this.#accept('{')) return this.#inlineList()
    if (this.#accept('#')) return this.#variable()
    if (this.#accept('@')) return this.#name() === null ? null : FAILS
    const token = this.#tokens[this.#next]
    if (token?.kind === 'number' || token?.kind === 'text') {
      this.#next++
      const value = token.kind === 'number' ? token.value : token.text
      return () => value
    }
    const literal = token?.kind === 'name' ? LITERALS.get(token.text.toLowerCase()) : undefined
    if (literal === undefined) return this.#member(() => MESSAGE)
    this.#next++
    return () => literal
  }

  /** `#root` and `#this` are the message; nothing else was ever set. */
  #variable(): Expression | null {
    const name = this.#name()
    if (name === null) return null
    return name === 'root' || name === 'this' ? () => MESSAGE : () => null
  }

  /** A property of the target; a method's call parses and fails. */
  #member(target: Expression, isSafe = false): Expression | null {
    const name = this.#name()
    if (name === null) return null
    if (this.#accept('(')) return this.#list(')') && FAILS
    return (message) => {
      const value = target(message)
      return isSafe && value === null ? null : propertyOf(value, name, message)
    }
  }

  /** `headers[name]` is `headers['name']`. */
  #element(target: Expression): Expression | null {
    const token = this.#tokens[this.#next]
    const after = this.#tokens[this.#next + 1]
    const isBareName = token?.kind === 'name' && after?.kind === 'operator' && after.text === ']'
    const key: Expression | null = isBareName ? () => token.text : this.#expression()
    if (isBareName) this.#next++
    if (!key || !this.#accept(']')) return null
    return (message) => elementOf(target(message), key(message), message)
  }

  #inlineList(): Expression | null {
    const elements = this.#list('}')
    return elements && ((message) => listOf(elements.map((element) => element(message))))
  }

  /** Expressions up to the closing one. */
  #list(closing: string): readonly Expression[] | null {
    if (this.#accept(closing)) return []
    const expressions: Expression[] = []
    do {
      const expression = this.#expression()
      if (expression === null) return null
      expressions.push(expression)
    } while (this.#accept(','))
    return this.#accept(closing) ? expressions : null
  }

  #name(): string | null {
    const token = this.#tokens[this.#next]
    if (token?.kind !== 'name') return null
    this.#next++
    return token.text
  }

  #operator(among: ReadonlySet<string>): string | null {
    const token = this.#tokens[this.#next]
    if (token?.kind !== 'operator' || !among.has(token.text)) return null
    this.#next++
    return token.text
  }

  #accept(operator: string): boolean {
    return this.#operator(new Set([operator])) !== null
  }
}

const SIGNS: ReadonlySet<string> = new Set(['+', '-'])

/**
 * SpEL as far as selectors are written in it. What SpEL would parse and its `SimpleEvaluationContext` not evaluate is
 * never wanted.
 *
 * @returns null for what cannot be parsed: the subscription then gets everything, as in Spring (spring.md 3.12)
 */
export const parseSelector = (source: string): Selector | null => {
  if (source.length > SELECTOR_LENGTH_LIMIT) return null
  const tokens = selectorTokens(source)
  const expression = tokens && new SelectorParser(tokens).parse()
  return expression && ((message) => truthOf(expression(message)) === true)
}
