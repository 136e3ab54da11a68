import { useMemo } from 'react'
import type { FilterProblem } from '../projection/filter/filter-term.ts'
import { parseFilter } from '../projection/filter/parse-filter.ts'
import { usePage } from './playback-context.tsx'
import { usePlayback } from './use-projection.ts'

export interface FilterInUse {
  /** As it was typed. */
  readonly text: string
  readonly problem: FilterProblem | null
  /** Of what a timeline shows, heart-beats aside. */
  readonly shown: number
  readonly total: number
}

/** What is filtered, and how much of the log that leaves. */
export function useFilter(): FilterInUse {
  const page = usePage()
  const text = usePlayback((state) => state.filter)
  const shown = usePlayback(() => page.projections.filtered.count(text).shown)
  const total = usePlayback(() => page.projections.filtered.count(text).total)
  const { problem } = useMemo(() => parseFilter(text), [text])
  return { text, problem, shown, total }
}
