import type { ChapterOutline, Use } from './chapter-outline.ts'
import type { Problem } from './problem.ts'

/** What a chapter may name, by kind. */
export interface KnownNames {
  readonly claims: ReadonlySet<string>
  /** Those of the claims that a scenario of the same chapter proves: there the page looks for it. */
  readonly provedClaims: ReadonlySet<string>
  readonly scenarios: ReadonlySet<string>
  readonly predictions: ReadonlySet<string>
  readonly terms: ReadonlySet<string>
}

interface Reference {
  readonly component: string
  readonly attribute: string
  readonly known: keyof KnownNames
  readonly what: string
}

/** Which attributes of which components are names of something. */
const REFERENCES: readonly Reference[] = [
  { component: 'Claim', attribute: 'name', known: 'claims', what: 'claim' },
  { component: 'Claim', attribute: 'name', known: 'provedClaims', what: 'scenario that proves the claim' },
  { component: 'Run', attribute: 'scenario', known: 'scenarios', what: 'scenario' },
  { component: 'Predict', attribute: 'scenario', known: 'scenarios', what: 'scenario' },
  { component: 'Predict', attribute: 'name', known: 'predictions', what: 'prediction' },
  { component: 'Experiment', attribute: 'scenario', known: 'scenarios', what: 'scenario' },
  { component: 'Show', attribute: 'scenario', known: 'scenarios', what: 'scenario' },
  { component: 'Term', attribute: 'name', known: 'terms', what: 'term' },
]

/** An experiment may be done by hand, and boxes are always there; the others are nothing without their names. */
const OPTIONAL = ['Experiment', 'Show']

export const checkReferences = ({ chapter, uses }: ChapterOutline, known: KnownNames): readonly Problem[] =>
  uses.flatMap((use) =>
    REFERENCES.filter(({ component }) => component === use.component).flatMap((reference): Problem[] => {
      const name = use.attributes[reference.attribute]
      const here = { file: chapter.file, line: use.line }
      if (name === undefined)
        return OPTIONAL.includes(use.component)
          ? []
          : [{ ...here, what: `${use.component} has no ${reference.attribute}` }]
      return known[reference.known].has(name) ? [] : [{ ...here, what: `there is no ${reference.what} "${name}"` }]
    }),
  )

/** What must be the same in each language, in the same order: the component and the attribute that tells one from another. */
const SAME_IN_EACH: readonly (readonly [component: string, attribute: string])[] = [
  ['Claim', 'name'],
  ['Run', 'scenario'],
  ['Term', 'name'],
  ['Predict', 'name'],
  ['Option', 'value'],
  ['Option', 'station'],
  ['Show', 'frames'],
  ['Experiment', 'number'],
]

export const checkSame = (outline: ChapterOutline, other: ChapterOutline): readonly Problem[] =>
  SAME_IN_EACH.flatMap(([component, attribute]): Problem[] => {
    const here = namesOf(outline, component, attribute)
    const there = namesOf(other, component, attribute)
    const length = Math.max(here.length, there.length)
    const index = Array.from({ length }, (_, at) => at).find((at) => here[at]?.name !== there[at]?.name)
    if (index === undefined) return []
    const found = here[index]
    const what = `${component} number ${index + 1} is ${quoted(found?.name)}, in ${other.chapter.file} ${quoted(there[index]?.name)}`
    return [{ file: outline.chapter.file, line: found?.use.line ?? 1, what }]
  })

const namesOf = (
  { uses }: ChapterOutline,
  component: string,
  attribute: string,
): readonly { readonly use: Use; readonly name: string }[] =>
  uses.flatMap((use) => {
    const name = use.attributes[attribute]
    return use.component === component && name !== undefined ? [{ use, name }] : []
  })

const quoted = (name: string | undefined): string => (name === undefined ? 'missing' : `"${name}"`)

/** Words that a reader takes in at once. */
const LONGEST_PARAGRAPH = 60

export const checkParagraphs = ({ chapter, paragraphs }: ChapterOutline): readonly Problem[] =>
  paragraphs
    .filter(({ words }) => words > LONGEST_PARAGRAPH)
    .map(({ line, words }) => ({
      file: chapter.file,
      line,
      what: `the paragraph has ${words} words, more than ${LONGEST_PARAGRAPH}`,
    }))
