/** Two texts, apart where they differ: what both begin with, what each has then, and what both end with. */
export interface ChangedStretch {
  readonly prefix: string
  readonly before: string
  readonly after: string
  readonly suffix: string
}

/** At most one stretch differs: a rewritten destination is that, and more would not be read. */
export const changedStretch = (before: string, after: string): ChangedStretch => {
  const [from, to] = [Array.from(before), Array.from(after)]
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from[start] === to[start]) start++
  let end = 0
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end++
  const join = (characters: readonly string[], first: number, last: number): string =>
    characters.slice(first, last).join('')
  return {
    prefix: join(from, 0, start),
    before: join(from, start, from.length - end),
    after: join(to, start, to.length - end),
    suffix: join(from, from.length - end, from.length),
  }
}
