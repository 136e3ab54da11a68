import { firstNativeHeader, type Message, type MessageHeaders } from '../messaging/message.ts'
import { parseJavaPattern } from './java-pattern.ts'

/** A Java object of which a selector can only ask for properties; `other` has none that it may see. */
interface JavaObject {
  readonly java: 'message' | 'headers' | 'list' | 'other'
}

/** SpEL's inline list, which only `between` asks for its elements. */
interface JavaList extends JavaObject {
  readonly java: 'list'
  readonly elements: readonly Evaluated[]
}

/** Null is Java's null. */
export type SelectorValue = string | number | boolean | null | JavaObject

/** Undefined: the evaluation failed, and the message is not wanted (spring.md 3.12). */
export type Evaluated = SelectorValue | undefined

export const MESSAGE: JavaObject = { java: 'message' }
const HEADERS: JavaObject = { java: 'headers' }
const OTHER: JavaObject = { java: 'other' }

export const listOf = (elements: readonly Evaluated[]): Evaluated => {
  const list: JavaList = { java: 'list', elements }
  return elements.includes(undefined) ? undefined : list
}

const isObject = (value: Evaluated): value is JavaObject => typeof value === 'object' && value !== null
const isList = (value: SelectorValue): value is JavaList => isObject(value) && value.java === 'list'
const isText = (value: Evaluated): value is string => typeof value === 'string'
const isNumber = (value: Evaluated): value is number => typeof value === 'number'

/** What `MessageHeaders` holds under a name; what is neither text nor absent is an object of some class. */
const topLevelHeader = ({ headers }: Message, name: string): SelectorValue => {
  const value: unknown = Object.hasOwn(headers, name) ? headers[name as keyof MessageHeaders] : undefined
  if (value === undefined) return null
  return OBJECT_HEADERS.has(name) || typeof value !== 'string' ? OTHER : value
}

/** In Java an enum and a `MimeType`: equal to no text. */
const OBJECT_HEADERS: ReadonlySet<string> = new Set(['simpMessageType', 'stompCommand', 'contentType'])

/** `SimpMessageHeaderPropertyAccessor`: the destination by that name, else native headers before top-level ones. */
const headerNamed = (message: Message, name: string): SelectorValue =>
  name.toLowerCase() === 'destination'
    ? (message.headers.simpDestination ?? null)
    : (firstNativeHeader(message, name) ?? topLevelHeader(message, name))

export const propertyOf = (target: Evaluated, name: string, message: Message): Evaluated => {
  if (typeof target !== 'object' || target === null) return undefined
  if (target.java === 'message') return name === 'headers' ? HEADERS : null
  return target.java === 'headers' ? headerNamed(message, name) : undefined
}

/** `MessageHeaders` is a map, and what SpEL finds in a map is what lies there: no native header. */
export const elementOf = (target: Evaluated, key: Evaluated, message: Message): Evaluated => {
  if (typeof target !== 'object' || target?.java !== 'headers' || key === undefined) return undefined
  return isText(key) ? topLevelHeader(message, key) : null
}

const TRUE_TEXTS: ReadonlySet<string> = new Set(['true', 'on', 'yes', '1'])
const FALSE_TEXTS: ReadonlySet<string> = new Set(['false', 'off', 'no', '0'])

/** As Spring's conversion service makes a `Boolean`; undefined where it cannot. */
export const truthOf = (value: Evaluated): boolean | undefined => {
  if (typeof value === 'boolean') return value
  if (!isText(value)) return undefined
  const text = value.trim().toLowerCase()
  return TRUE_TEXTS.has(text) ? true : FALSE_TEXTS.has(text) ? false : undefined
}

/** `StandardTypeComparator`: null before everything, else like with like. */
const order = (left: SelectorValue, right: SelectorValue): number | undefined => {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null)
  const areAlike = typeof left === typeof right && typeof left !== 'object'
  return areAlike ? Number(left > right) - Number(left < right) : undefined
}

const ordered =
  (test: (order: number) => boolean) =>
  (left: SelectorValue, right: SelectorValue): Evaluated => {
    const found = order(left, right)
    return found === undefined ? undefined : test(found)
  }

const counted =
  (count: (left: number, right: number) => number) =>
  (left: SelectorValue, right: SelectorValue): Evaluated =>
    isNumber(left) && isNumber(right) ? count(left, right) : undefined

const sum = (left: SelectorValue, right: SelectorValue): Evaluated => {
  if (isNumber(left) && isNumber(right)) return left + right
  if (!isText(left) && !isText(right)) return undefined
  return isObject(left) || isObject(right) ? undefined : `${left}${right}`
}

/** `OperatorBetween`: both ends belong to it. */
const between = (value: SelectorValue, ends: SelectorValue): Evaluated => {
  if (!isList(ends) || ends.elements.length !== 2) return undefined
  const [low = null, high = null] = ends.elements
  const [fromLow, toHigh] = [order(value, low), order(value, high)]
  return fromLow === undefined || toHigh === undefined ? undefined : fromLow >= 0 && toHigh <= 0
}

/** `OperatorMatches`: the whole of the text, which a number or a truth becomes. */
const matches = (value: SelectorValue, pattern: SelectorValue): Evaluated =>
  value === null || isObject(value) || !isText(pattern) ? undefined : parseJavaPattern(pattern)?.(String(value))

/** What operators of two operands give. `instanceof` wants a class, and a selector's `T(…)` finds none. */
export const BINARY: ReadonlyMap<string, (left: SelectorValue, right: SelectorValue) => Evaluated> = new Map([
  ['==', (left: SelectorValue, right: SelectorValue): Evaluated => left === right],
  ['!=', (left, right) => left !== right],
  ['<', ordered((found) => found < 0)],
  ['<=', ordered((found) => found <= 0)],
  ['>', ordered((found) => found > 0)],
  ['>=', ordered((found) => found >= 0)],
  ['+', sum],
  ['-', counted((left, right) => left - right)],
  ['*', counted((left, right) => left * right)],
  ['/', counted((left, right) => left / right)],
  ['%', counted((left, right) => left % right)],
  ['^', counted((left, right) => left ** right)],
  ['=', () => undefined],
  ['matches', matches],
  ['instanceof', () => undefined],
  ['between', between],
])
