/** What a measure came out as over several rounds. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** The value below which a share of the samples lies: 0.5 is the median. */
export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const spreadOf = (samples: readonly number[]): Spread => ({
  median: quantile(samples, 0.5),
  least: Math.min(...samples),
  most: Math.max(...samples),
})

/** Round by round, so that what slowed one round of the machine slowed both. */
export const ratios = (samples: readonly number[], of: readonly number[]): Spread =>
  spreadOf(samples.map((sample, round) => sample / (of[round] ?? Number.NaN)))
