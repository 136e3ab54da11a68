/** Octets of a text in UTF-8, without making them. A lone surrogate becomes U+FFFD. */
export const utf8Length = (text: string): number => {
  let length = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    length += code > 0x7ff ? 2 : 1
    // Two units of UTF-16 become four octets.
    if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1))) at++
  }
  return length
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000
