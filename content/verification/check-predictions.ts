import type { Prediction } from '../predictions/prediction.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { ChapterOutline, Use } from './chapter-outline.ts'
import type { Entry } from './notes-content.ts'
import type { Problem } from './problem.ts'

/** Each prediction is decided by its own scenario, has its right answer among its options, and explains each of them. */
export const checkPredictions = (
  { chapter, uses }: ChapterOutline,
  predictions: readonly Entry<Prediction>[],
  scenarios: readonly Entry<Scenario>[],
): readonly Problem[] =>
  questionsIn(uses).flatMap(({ predict, options, reveals }): Problem[] => {
    const { name, scenario: scenarioName } = predict.attributes
    const prediction = predictions.find((known) => known.name === name)?.value
    const scenario = scenarios.find((known) => known.name === scenarioName)?.value
    if (prediction === undefined || scenario === undefined) return []
    const flaws: string[] = []
    if (!scenario.proves.includes(prediction.provedBy))
      flaws.push(`is decided by "${prediction.provedBy}", which "${scenarioName}" does not prove`)
    if (!options.includes(prediction.right)) flaws.push(`has no option "${prediction.right}", the right one`)
    if (options.length < 2 || options.length > 4) flaws.push(`has ${options.length} options, not 2 to 4`)
    for (const option of options) if (!reveals.includes(option)) flaws.push(`does not explain "${option}"`)
    return flaws.map((flaw) => ({ file: chapter.file, line: predict.line, what: `"${name}" ${flaw}` }))
  })

/** Every chapter but the introduction lets its reader foretell something. */
export const checkAnyPrediction = ({ chapter, uses }: ChapterOutline): readonly Problem[] =>
  chapter.file.includes('/00-') || uses.some(({ component }) => component === 'Predict')
    ? []
    : [{ file: chapter.file, line: 1, what: 'there is no prediction in this chapter' }]

interface Question {
  readonly predict: Use
  readonly options: readonly string[]
  readonly reveals: readonly string[]
}

const questionsIn = (uses: readonly Use[]): readonly Question[] => {
  const starts = uses.flatMap(({ component }, index) => (component === 'Predict' ? [index] : []))
  return starts.flatMap((start, number) => {
    const [predict, ...inside] = uses.slice(start, starts[number + 1])
    if (predict === undefined) return []
    const valuesOf = (component: string, attribute: string) =>
      inside.flatMap((use) => (use.component === component ? (use.attributes[attribute] ?? []) : []))
    return [
      {
        predict,
        options: [...valuesOf('Option', 'value'), ...valuesOf('Option', 'station')],
        reveals: valuesOf('Reveal', 'of'),
      },
    ]
  })
}
