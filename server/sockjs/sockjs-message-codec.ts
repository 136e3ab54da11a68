/** What a SockJS client sends, read. */
export type SockJsPayload =
  | { readonly kind: 'messages'; readonly messages: readonly string[] }
  /** `nothing`: JSON's null. `not-messages`: JSON of another form than an array of texts. */
  | { readonly kind: 'broken'; readonly problem: 'nothing' | 'not-json' | 'not-messages' }

const BROKEN = {
  nothing: { kind: 'broken', problem: 'nothing' },
  notJson: { kind: 'broken', problem: 'not-json' },
  notMessages: { kind: 'broken', problem: 'not-messages' },
} as const satisfies Readonly<Record<string, SockJsPayload>>

/** Jackson coerces numbers and booleans to the text that stands for them. */
const textOf = (element: unknown): string | null => {
  if (typeof element === 'string') return element
  return typeof element === 'number' || typeof element === 'boolean' ? String(element) : null
}

/** What a SockJS client sends: a JSON array of strings. */
export const decodeSockJsMessages = (text: string): SockJsPayload => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Broken input is a value here, not a failure.
    return BROKEN.notJson
  }
  if (value === null) return BROKEN.nothing
  if (!Array.isArray(value)) return BROKEN.notMessages
  const messages = (value as readonly unknown[]).map(textOf)
  return messages.every((message) => message !== null) ? { kind: 'messages', messages } : BROKEN.notMessages
}
