import type { WireMap } from './layer.ts'

/** Text that octets stand for, and the octets behind each of its UTF-16 units. */
export interface MappedText {
  readonly text: string
  readonly wire: WireMap
}

/** Octets that a sequence of UTF-8 has, by the five highest bits of its first; anything else is read alone. */
const sequenceLength = (octet: number): number => {
  if (octet >> 5 === 0b110) return 2
  if (octet >> 4 === 0b1110) return 3
  return octet >> 3 === 0b11110 ? 4 : 1
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export interface Utf8Text extends MappedText {
  /** For each octet at which a character begins, and for the end: how many units come before it. */
  readonly unitAt: ReadonlyMap<number, number>
}

/** Both units of a surrogate pair stand for the same octets. */
export const utf8Text = (octets: Uint8Array, wire: WireMap): Utf8Text => {
  let text = ''
  const unitAt = new Map<number, number>()
  const carried: (readonly number[])[] = []
  for (let at = 0; at < octets.length; ) {
    unitAt.set(at, text.length)
    const end = Math.min(at + sequenceLength(octets[at] ?? 0), octets.length)
    const behind = end === at + 1 ? (wire[at] ?? []) : wire.slice(at, end).flat()
    const characters = charactersOf(octets, at, end)
    text += characters
    for (let unit = 0; unit < characters.length; unit++) carried.push(behind)
    at = end
  }
  unitAt.set(octets.length, text.length)
  return { text, wire: carried, unitAt }
}

/** Most of what is read is ASCII, which needs no decoder. */
const isAscii = (code: number): boolean => code < 0x80

const charactersOf = (octets: Uint8Array, start: number, end: number): string => {
  const first = octets[start] ?? 0
  return isAscii(first) ? String.fromCharCode(first) : decoder.decode(octets.subarray(start, end))
}

const encoder = new TextEncoder()

/** The octets of a text, each behind what its character is behind. */
export const utf8Octets = ({ text, wire }: MappedText): { readonly octets: Uint8Array; readonly wire: WireMap } => {
  const octets: number[] = []
  const carried: (readonly number[])[] = []
  let unit = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    const behind = isAscii(code) ? (wire[unit] ?? []) : [...new Set(wire.slice(unit, unit + character.length).flat())]
    for (const octet of isAscii(code) ? [code] : encoder.encode(character)) {
      octets.push(octet)
      carried.push(behind)
    }
    unit += character.length
  }
  return { octets: Uint8Array.from(octets), wire: carried }
}
