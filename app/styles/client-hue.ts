import type { ClientTag } from '#trace'

export type ClientHue = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'none'

const HUES: readonly ClientHue[] = ['a', 'b', 'c', 'd', 'e', 'f']

/**
 * Hue says who (ux.md c.0 law 3). The six letters have their own, every other tag takes one of them in turn, so that
 * equal tags are always equal; the letter beside it tells them apart.
 */
export function clientHue(tag: ClientTag | null): ClientHue {
  if (tag === null || tag === '') return 'none'
  let sum = 0
  for (const character of tag.toUpperCase()) sum = (sum * 31 + character.charCodeAt(0) - 65) >>> 0
  return HUES[sum % HUES.length] ?? 'none'
}
