import { firstNativeHeader, type Message } from '../messaging/message.ts'

/** Whether a message is wanted; an evaluation that fails is a no (spring.md 3.12). */
export type Selector = (message: Message) => boolean

/** `headers.name`, `headers['name']` or a bare name, compared with a quoted text. */
const COMPARISON =
  /^\s*(?:headers(?:\.(?<dotted>[A-Za-z_][\w-]*)|\['(?<quoted>[^']+)'\])|(?<bare>[A-Za-z_]\w*))\s*(?<operator>==|!=|eq|ne)\s*'(?<text>(?:[^']|'')*)'\s*$/

const TOP_LEVEL: Readonly<Record<string, (message: Message) => string | undefined>> = {
  destination: ({ headers }) => headers.simpDestination,
  simpDestination: ({ headers }) => headers.simpDestination,
  simpSessionId: ({ headers }) => headers.simpSessionId,
  simpMessageType: ({ headers }) => headers.simpMessageType,
  contentType: ({ headers }) => headers.contentType,
}

/** `SimpMessageHeaderPropertyAccessor`: native header first, then top level. */
const headerOf = (message: Message, name: string): string | undefined =>
  firstNativeHeader(message, name) ?? TOP_LEVEL[name]?.(message)

const comparison = (text: string): Selector | null => {
  const groups = COMPARISON.exec(text)?.groups
  if (!groups) return null
  const name = groups['dotted'] ?? groups['quoted'] ?? groups['bare'] ?? ''
  const wanted = (groups['text'] ?? '').replaceAll("''", "'")
  const equals = groups['operator'] === '==' || groups['operator'] === 'eq'
  return (message) => (headerOf(message, name) === wanted) === equals
}

/**
 * The part of SpEL that selectors are written in: comparisons of a header with a text, joined by `and` or `or`.
 *
 * @returns null for what cannot be parsed: the subscription then gets everything, as in Spring (spring.md 3.12)
 */
export const parseSelector = (text: string): Selector | null => {
  const alternatives = text.split(/\s+(?:or|\|\|)\s+/).map((part) => part.split(/\s+(?:and|&&)\s+/).map(comparison))
  if (alternatives.some((all) => all.some((one) => one === null))) return null
  return (message) => alternatives.some((all) => all.every((one) => one?.(message) ?? false))
}
