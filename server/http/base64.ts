const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Two digits for each twelve bits. */
const PAIRS = Array.from(DIGITS).flatMap((first) => Array.from(DIGITS, (second) => first + second))

/** RFC 4648 §4. */
export const base64 = (octets: Uint8Array): string => {
  let text = ''
  const whole = octets.length - (octets.length % 3)
  const octet = (at: number): number => octets[at] ?? 0
  const group = (at: number): number => (octet(at) << 16) | (octet(at + 1) << 8) | octet(at + 2)
  const pairs = (bits: number): string => `${PAIRS[bits >> 12]}${PAIRS[bits & 0xfff]}`
  for (let at = 0; at < whole; at += 3) text += pairs(group(at))
  const rest = octets.length - whole
  return rest === 0
    ? text
    : text +
        pairs(group(whole))
          .slice(0, rest + 1)
          .padEnd(4, '=')
}
