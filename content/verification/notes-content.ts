import type { Claim } from '../claims/claim.ts'
import type { Misconception } from '../misconceptions/misconception.ts'
import type { Prediction } from '../predictions/prediction.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { ChapterFile } from './chapter-outline.ts'
import type { Problem } from './problem.ts'

/** A module of the notes' data: what it exports, and how it is written. */
export interface ContentFile<T> {
  readonly file: string
  readonly text: string
  readonly value: T
}

/** All that the notes consist of. */
export interface NotesContent {
  readonly chapters: readonly ChapterFile[]
  readonly scenarios: readonly ContentFile<readonly Scenario[]>[]
  readonly claims: readonly ContentFile<Readonly<Record<string, Claim>>>[]
  readonly predictions: readonly ContentFile<readonly Prediction[]>[]
  readonly misconceptions: readonly ContentFile<readonly Misconception[]>[]
  /** Names of the glossary. */
  readonly terms: ReadonlySet<string>
}

/** Something of the notes' data that has a name, and where it stands. */
export interface Entry<T> {
  readonly name: string
  readonly value: T
  readonly file: string
  readonly line: number
}

export const scenariosOf = ({ scenarios }: NotesContent): readonly Entry<Scenario>[] =>
  scenarios.flatMap((file) => file.value.map((scenario) => entry(file, scenario.name, scenario)))

export const claimsOf = ({ claims }: NotesContent): readonly Entry<Claim>[] =>
  claims.flatMap((file) => Object.entries(file.value).map(([name, claim]) => entry(file, name, claim)))

export const predictionsOf = ({ predictions }: NotesContent): readonly Entry<Prediction>[] =>
  predictions.flatMap((file) => file.value.map((prediction) => entry(file, prediction.name, prediction)))

const entry = <T>({ file, text }: ContentFile<unknown>, name: string, value: T): Entry<T> => ({
  name,
  value,
  file,
  line: 1 + text.split('\n').findIndex((line) => line.includes(`'${name}'`)),
})

/** Names begin with the slug of their file, since by that the page finds the file; and each stands once. */
export const checkNames = (entries: readonly Entry<unknown>[]): readonly Problem[] => {
  const known = new Set<string>()
  return entries.flatMap(({ name, file, line }) => {
    const isKnown = known.has(name)
    known.add(name)
    if (isKnown) return [{ file, line, what: `"${name}" is there twice` }]
    const [slug] = name.split('/')
    return file.endsWith(`/${slug}.ts`) ? [] : [{ file, line, what: `"${name}" belongs into ${slug}.ts` }]
  })
}
