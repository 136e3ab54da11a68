import type { narration } from '../../content/phrases/en/narration.ts'
import type { Sentence } from './sentence.ts'

export type NarrationKey = keyof typeof narration

/** The names of a phrase's places: `{name}`. */
type PlacesOf<Phrase extends string> = Phrase extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesOf<Rest>
  : never

type ParamsOf<Key extends NarrationKey> = Readonly<Record<PlacesOf<(typeof narration)[Key]>, string | number>>

/** Phrases that have a second form for what nobody in particular began: `…-anonymous`. */
type NamedKey = { [Key in NarrationKey]: `${Key}-anonymous` extends NarrationKey ? Key : never }[NarrationKey]

/** A sentence of the narration with everything that its phrase has a place for. */
export function say<Key extends NarrationKey>(key: Key, params: ParamsOf<Key>): Sentence {
  return { key, params }
}

/** @param who null: the phrase's anonymous form */
export function sayAbout<Key extends NamedKey>(
  key: Key,
  who: string | null,
  params: Omit<ParamsOf<Key>, 'who'>,
): Sentence {
  return who === null ? { key: `${key}-anonymous`, params } : { key, params: { ...params, who } }
}

/** Sentences stay short (ux.md c.0): what is longer loses its end. */
export function clip(text: string, limit = 32): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`
}
