import { useMemo } from 'react'
import type { FilterProblem } from '../projection/filter/filter-term.ts'
import { parseFilter } from '../projection/filter/parse-filter.ts'
import { spread } from '../projection/search/spread.ts'
import type { MatchPosition } from '../projection/search/trace-matches.ts'
import { usePage } from './playback-context.tsx'
import type { PlaybackState } from './playback-state.ts'
import { usePlayback } from './use-projection.ts'

export interface SearchInUse extends MatchPosition {
  /** As it was typed. */
  readonly text: string
  readonly problem: FilterProblem | null
}

/** What is searched for, and which of its matches the cursor shows. */
export function useSearch(): SearchInUse {
  const page = usePage()
  const text = usePlayback((state) => state.search)
  const at = ({ sought, filter, cursor }: PlaybackState): MatchPosition =>
    page.projections.matches.positionAt(sought, filter, cursor)
  const position = usePlayback((state) => at(state).position)
  const total = usePlayback((state) => at(state).total)
  const isHere = usePlayback((state) => at(state).isHere)
  const { problem } = useMemo(() => parseFilter(text), [text])
  return { text, problem, position, total, isHere }
}

/**
 * Whether the search finds an event.
 * @param seq null: one that the trace does not know */
export function useFound(seq: number | null): boolean {
  const page = usePage()
  return usePlayback(({ sought, filter }) => seq !== null && page.projections.matches.finds(sought, filter, seq))
}

/** How many matches are told apart at the most, over the whole log. */
const MOST_PLACES = 200

/** Step positions of matches, thinned out where more lie together than can be told apart. */
export function useMatchSteps(): readonly number[] {
  const page = usePage()
  const sought = usePlayback((state) => state.sought)
  const filter = usePlayback((state) => state.filter)
  const total = usePlayback(() => page.projections.matches.beginnings(sought, filter).length)
  const first = usePlayback(() => page.projections.indexes.steps.before)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places change with these two numbers
  return useMemo(() => {
    const { steps, log } = page.projections.indexes
    const beginnings = page.projections.matches.beginnings(sought, filter)
    return spread(beginnings, log.first, log.next, MOST_PLACES).flatMap((seq) => steps.stepOf(seq) ?? [])
  }, [page, sought, filter, total, first])
}
