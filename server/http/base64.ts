const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** RFC 4648 §4. */
export const base64 = (octets: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < octets.length; at += 3) {
    const [a = 0, b = 0, c = 0] = octets.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const digits = Math.min(4, octets.length - at + 1)
    for (let digit = 0; digit < digits; digit++) text += DIGITS[(group >> (18 - 6 * digit)) & 63]
    text += '='.repeat(4 - digits)
  }
  return text
}
