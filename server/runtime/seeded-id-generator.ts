import type { IdGenerator } from './id-generator.ts'

/** mulberry32 by Tommy Ettinger (public domain): numbers in [0, 1). */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same seed, the same chance. */
export const seededIdGenerator = (seed: number): IdGenerator => {
  const random = mulberry32(seed)
  const below = (bound: number): number => Math.floor(random() * bound)
  const hex = (digits: number): string => Array.from({ length: digits }, () => below(16).toString(16)).join('')
  return {
    below,
    entropy: () => below(2 ** 32) - 2 ** 31,
    webSocketSessionId: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(12)}`,
  }
}
