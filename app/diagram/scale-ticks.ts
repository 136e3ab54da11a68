/** A rate that hovers about a power of ten does not move the end to and fro. */
const SLACK = 1.25
/** Of the least end: slower edges are no ribbons. */
const LEAST_POWER = 2

/**
 * The rates of a logarithmic scale that are printed, the last of which moves with the fastest ribbon: 1, 10, 100, and so
 * on (ux.md c.2).
 */
export function scaleTicks(fastest: number): readonly number[] {
  const power = Math.max(LEAST_POWER, Math.ceil(Math.log10(fastest / SLACK)))
  return Array.from({ length: power + 1 }, (_, index) => 10 ** index)
}
