/** What a reader is asked to foretell. Its words stand in the chapter; which of them is right stands here. */
export interface Prediction {
  /** The chapter's slug, a slash and what it is about, as `the-map/subscribe-app-greetings`. */
  readonly name: string
  /** `value` of the right option, or its `station`. */
  readonly right: string
  /** Name of the claim that decides it: until the trace proves that, nobody is told. */
  readonly provedBy: string
}
