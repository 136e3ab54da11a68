import { type ChapterOutline, outlineOf } from './chapter-outline.ts'
import { checkMisconceptions } from './check-misconceptions.ts'
import { checkParts } from './check-parts.ts'
import { checkAnyPrediction, checkPredictions } from './check-predictions.ts'
import { checkProofs, playAll } from './check-proofs.ts'
import { checkSamples } from './check-samples.ts'
import { checkParagraphs, checkReferences, checkSame } from './check-uses.ts'
import type { JavaFacts } from './java-sample.ts'
import { checkNames, claimsOf, type NotesContent, predictionsOf, scenariosOf } from './notes-content.ts'
import type { Problem } from './problem.ts'

/** Whether everything that the notes say about the system holds in the system. @returns what does not */
export async function verifyNotes(content: NotesContent, java: JavaFacts): Promise<readonly Problem[]> {
  const scenarios = scenariosOf(content)
  const claims = claimsOf(content)
  const predictions = predictionsOf(content)
  const { played, problems } = await playAll(scenarios)
  const outlines = await Promise.all(content.chapters.map(outlineOf))
  const known = {
    claims: namesOf(claims),
    provedClaims: new Set(
      scenarios.flatMap(({ name, value }) => value.proves.filter((claim) => slugOf(claim) === slugOf(name))),
    ),
    scenarios: namesOf(scenarios),
    predictions: namesOf(predictions),
    terms: content.terms,
  }
  return [
    ...[scenarios, claims, predictions].flatMap(checkNames),
    ...problems,
    ...checkProofs(scenarios, claims, played),
    ...outlines.flatMap((outline) => [
      ...checkReferences(outline, known),
      ...checkParagraphs(outline),
      ...checkAnyPrediction(outline),
      ...checkPredictions(outline, predictions, scenarios),
      ...checkSamples(outline, played, java),
      ...checkParts(outline, played),
      ...checkMisconceptions(outline, content.misconceptions),
    ]),
    ...checkLanguages(outlines),
  ]
}

const slugOf = (name: string): string | undefined => name.split('/', 1)[0]

const namesOf = (entries: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(entries.map(({ name }) => name))

/** Every chapter is there in each language, and says the same. */
const checkLanguages = (outlines: readonly ChapterOutline[]): readonly Problem[] => {
  const languages = [...new Set(outlines.map(({ chapter }) => chapter.language))]
  return outlines.flatMap((outline): readonly Problem[] =>
    languages
      .filter((language) => language !== outline.chapter.language)
      .flatMap((language) => {
        const { slug, file } = outline.chapter
        const other = outlines.find(({ chapter }) => chapter.slug === slug && chapter.language === language)
        if (other === undefined) return [{ file, line: 1, what: `there is no such chapter in "${language}"` }]
        // One of the two says it.
        return languages.indexOf(language) > 0 ? [] : checkSame(outline, other)
      }),
  )
}
