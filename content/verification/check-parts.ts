import { TraceRing } from '#trace'
import { placeOfPart } from '../../app/projection/layers/part-place.ts'
import type { SpanPart } from '../../app/projection/layers/span-part.ts'
import type { ChapterOutline } from './chapter-outline.ts'
import type { PlayedScenario } from './check-proofs.ts'
import type { Problem } from './problem.ts'

/** Every part of a frame that a chapter leads into is seen in the scenario that it names for it. */
export const checkParts = (
  { chapter, uses }: ChapterOutline,
  played: ReadonlyMap<string, PlayedScenario>,
): readonly Problem[] =>
  uses.flatMap(({ component, attributes: { frames, scenario: name = '' }, line }): Problem[] => {
    const scenario = played.get(name)
    if (component !== 'Show' || frames === undefined || scenario === undefined || isSeen(frames, scenario)) return []
    return [{ file: chapter.file, line, what: `no message in "${name}" has a ${frames}` }]
  })

const isSeen = (part: string, { events }: PlayedScenario): boolean => {
  const log = new TraceRing()
  for (const event of events) log.append(event, 0)
  // A name that is none ends the compilation of the chapter.
  return placeOfPart(log, part as SpanPart, null) !== null
}
