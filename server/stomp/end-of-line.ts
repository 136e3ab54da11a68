const CR = 13
const LF = 10

/** Spring knows only this fault of an end-of-line; `'\r'` and `'\n'` are written with backslashes in its text. */
export const BARE_CR = "'\\r' must be followed by '\\n'"

export type EndOfLine =
  /** `[start, end)` is the end-of-line itself. */
  | { readonly kind: 'found'; readonly start: number; readonly end: number }
  | { readonly kind: 'missing' }
  /** A CR without its LF, even where the LF may only be late (spring.md 2.0.6). */
  | { readonly kind: 'bare-cr'; readonly at: number }

/** The first end-of-line, LF or CR LF, at or after `from`. */
export const findEndOfLine = (octets: Uint8Array, from: number): EndOfLine => {
  for (let at = from; at < octets.length; at++) {
    if (octets[at] === LF) return { kind: 'found', start: at, end: at + 1 }
    if (octets[at] === CR)
      return octets[at + 1] === LF ? { kind: 'found', start: at, end: at + 2 } : { kind: 'bare-cr', at }
  }
  return { kind: 'missing' }
}

export type SkippedEndOfLines =
  | { readonly kind: 'skipped'; readonly end: number; readonly ends: readonly number[] }
  | { readonly kind: 'bare-cr'; readonly at: number }

/** Passes over all end-of-lines that stand at `from`; `ends` are where each of them ends. */
export const skipEndOfLines = (octets: Uint8Array, from: number): SkippedEndOfLines => {
  const ends: number[] = []
  let at = from
  while (octets[at] === LF || octets[at] === CR) {
    const found = findEndOfLine(octets, at)
    if (found.kind !== 'found') return { kind: 'bare-cr', at }
    at = found.end
    ends.push(at)
  }
  return { kind: 'skipped', end: at, ends }
}
