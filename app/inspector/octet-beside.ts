import type { LookedAt } from './span-focus.ts'

/**
 * The octet of a part that comes after the one that is looked at, or before it; from the part itself its first or its
 * last. Null: there is none, and the part is at its end.
 */
export const octetBeside = (
  wire: readonly number[],
  lookedAt: Pick<LookedAt, 'span' | 'wire'> | null,
  direction: 1 | -1,
): number | null => {
  const at = lookedAt?.span === null ? wire.indexOf(lookedAt.wire[0] ?? -1) : -1
  if (at === -1) return wire.at(direction === 1 ? 0 : -1) ?? null
  return wire[at + direction] ?? null
}
