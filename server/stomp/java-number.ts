const MAX_LONG = 2n ** 63n - 1n

/** `Integer.valueOf(text)`: null where Java throws a NumberFormatException. */
export const parseJavaInteger = (text: string): number | null => {
  if (!/^[+-]?[0-9]+$/.test(text)) return null
  const value = Number(text)
  return value >= -(2 ** 31) && value <= 2 ** 31 - 1 ? value : null
}

export type JavaLong =
  | { readonly kind: 'long'; readonly value: number }
  /** The text of Java 17's NumberFormatException. */
  | { readonly kind: 'malformed'; readonly message: string }

/** `Long.parseLong` over a part of a text, which names the index of the first character that it cannot take. */
export const parseJavaLong = (text: string): JavaLong => {
  if (text === '') return { kind: 'malformed', message: '' }
  const malformed = (at: number): JavaLong => ({
    kind: 'malformed',
    message: `Error at index ${at} in: "${text}"`,
  })
  const negative = text.startsWith('-')
  const first = negative || text.startsWith('+') ? 1 : 0
  if (first === text.length) return malformed(first)
  const limit = negative ? MAX_LONG + 1n : MAX_LONG
  let magnitude = 0n
  for (let at = first; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return malformed(at)
    magnitude = magnitude * 10n + BigInt(digit)
    if (magnitude > limit) return malformed(at)
  }
  return { kind: 'long', value: Number(negative ? -magnitude : magnitude) }
}
