import { useMemo } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { type Sequence, SequenceRows } from '../projection/sequence/sequence.ts'
import { type SequenceBar, SequenceBars } from '../projection/sequence/sequence-bar.ts'
import type { SequenceDetail } from '../projection/sequence/sequence-participant.ts'

/** While the log grows the rows follow it so many events at a time. */
const GROWTH = 20

export interface ShownSequence extends Sequence {
  readonly bars: readonly SequenceBar[]
}

/** The same object until the rows are others. */
export function useSequence(detail: SequenceDetail): ShownSequence {
  const page = usePage()
  const filter = usePlayback((state) => state.filter)
  const { projections } = page
  const rows = useMemo(
    () => new SequenceRows(projections.indexes, detail, (seq) => projections.filtered.passes(filter, seq)),
    [projections, detail, filter],
  )
  const busyness = useMemo(() => new SequenceBars(projections.indexes.log, detail), [projections, detail])
  const busy = usePlayback((state) => state.moving)
  const grown = usePlayback(({ live }) => (busy ? Math.floor(live / GROWTH) : live))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows change with the log's growth
  return useMemo(() => ({ ...rows.sequence, bars: busyness.bars }), [rows, busyness, grown])
}
