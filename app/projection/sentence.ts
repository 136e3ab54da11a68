/**
 * A sentence before it has a language: a key of `content/phrases` and what goes into its places. The phrase's text may
 * mark its subject with `**…**`.
 */
export interface Sentence {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}
