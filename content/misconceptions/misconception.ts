/** What learners often believe, and where a chapter lets them find out by themselves. */
export interface Misconception {
  /** As the collection of them calls it: `prefix`. */
  readonly key: string
  /** Name of a prediction, or number of an experiment. */
  readonly metBy: { readonly prediction: string } | { readonly experiment: string }
}
