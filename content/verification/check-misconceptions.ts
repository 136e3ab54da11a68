import type { Misconception } from '../misconceptions/misconception.ts'
import { MISCONCEPTIONS_TO_BE_MET } from '../misconceptions/to-be-met.ts'
import type { ChapterOutline } from './chapter-outline.ts'
import type { ContentFile } from './notes-content.ts'
import type { Problem } from './problem.ts'

/** A chapter meets every belief of learners that belongs to it, with a prediction or an experiment of its own. */
export const checkMisconceptions = (
  { chapter, uses }: ChapterOutline,
  files: readonly ContentFile<readonly Misconception[]>[],
): readonly Problem[] => {
  const met = files.find(({ file }) => file.endsWith(`/${chapter.slug}.ts`))?.value ?? []
  const isThere = ({ metBy }: Misconception): boolean =>
    uses.some(({ component, attributes }) =>
      'prediction' in metBy
        ? component === 'Predict' && attributes.name === metBy.prediction
        : component === 'Experiment' && attributes.number === metBy.experiment,
    )
  const number = Number(/\/(\d+)-[^/]*$/.exec(chapter.file)?.[1])
  const missing = (MISCONCEPTIONS_TO_BE_MET.get(number) ?? []).filter((key) => !met.some((one) => one.key === key))
  return [
    ...met.filter((one) => !isThere(one)).map(({ key }) => `"${key}" is met by nothing that is in this chapter`),
    ...missing.map((key) => `the misconception "${key}" is not met`),
  ].map((what) => ({ file: chapter.file, line: 1, what }))
}
