import { partitionPoint } from '../partition-point.ts'
import type { SequenceBar } from './sequence-bar.ts'
import type { SequenceParticipant } from './sequence-participant.ts'
import type { SequenceRow } from './sequence-row.ts'

/** A bar beside rows, by their indexes, the last one included. */
export interface BusySpan {
  readonly participant: SequenceParticipant
  readonly first: number
  readonly last: number
}

/** How many rows are before an event: the index of the first one that is not. */
export const rowsBefore = (rows: readonly SequenceRow[], seq: number): number =>
  partitionPoint(rows, (row) => row.seq < seq)

/** The bars that stand beside any row. */
export const busySpans = (rows: readonly SequenceRow[], bars: readonly SequenceBar[]): readonly BusySpan[] =>
  bars.flatMap(({ seq, end, participant }) => {
    const first = rowsBefore(rows, seq)
    const last = (end === null ? rows.length : rowsBefore(rows, end + 1)) - 1
    return first <= last ? [{ participant, first, last }] : []
  })
