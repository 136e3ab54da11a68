/** Jackson coerces numbers and booleans to the text that stands for them. */
const textOf = (element: unknown): string | null => {
  if (typeof element === 'string') return element
  return typeof element === 'number' || typeof element === 'boolean' ? String(element) : null
}

/** What a SockJS client sends: a JSON array of strings. Null where Jackson throws. */
export const decodeSockJsMessages = (text: string): readonly string[] | null => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Broken input is a value here, not a failure.
    return null
  }
  if (!Array.isArray(value)) return null
  const messages: string[] = []
  for (const element of value as readonly unknown[]) {
    const message = textOf(element)
    if (message === null) return null
    messages.push(message)
  }
  return messages
}
