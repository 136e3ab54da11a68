import type { EventLog } from '#trace'
import type { Page } from '../playback/page.ts'
import { exportedFrames } from '../projection/export/exported-frames.ts'
import { maskedValues } from '../projection/export/masked-values.ts'
import { wireConversations } from '../projection/export/wire-conversations.ts'
import type { LogIndexes } from '../projection/log-indexes.ts'
import { type Sequence, SequenceRows } from '../projection/sequence/sequence.ts'
import { type SequenceBar, SequenceBars } from '../projection/sequence/sequence-bar.ts'
import type { SequenceDetail } from '../projection/sequence/sequence-participant.ts'

/** How much of the log is exported. */
export type ExportScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'filtered'; readonly filter: string }
  /** Message N, with everything that came of it. */
  | { readonly kind: 'message'; readonly message: number }

/** A log as it was when the export was opened: what the preview counts is what the files hold. */
export interface ExportSource {
  readonly log: EventLog
  readonly indexes: LogIndexes
  readonly lab: string
  passes(seq: number): boolean
}

export function exportSource({ projections, trace }: Page, next: number, scope: ExportScope): ExportSource {
  const { indexes, filtered } = projections
  const { log } = indexes
  const passes = (seq: number): boolean => {
    if (seq >= next) return false
    if (scope.kind === 'filtered') return filtered.passes(scope.filter, seq)
    return scope.kind === 'everything' || indexes.messages.numberOf(seq) === scope.message
  }
  return {
    log: { first: log.first, next, at: (seq) => log.at(seq) },
    indexes,
    lab: trace.status.hello?.lab ?? 'main',
    passes,
  }
}

export function exportedSequence({ indexes, passes }: ExportSource, detail: SequenceDetail): Sequence {
  return new SequenceRows(indexes, detail, passes).sequence
}

export function exportedBars({ log, passes }: ExportSource, detail: SequenceDetail): readonly SequenceBar[] {
  return new SequenceBars(log, detail).bars.filter(({ seq }) => passes(seq))
}

export interface ExportPreview {
  readonly frames: number
  readonly arrows: number
  readonly connections: number
  /** Of the whole log. */
  readonly events: number
  /** Header's name, and how many of its values are masked. */
  readonly masked: ReadonlyMap<string, number>
}

export function exportPreview(source: ExportSource, detail: SequenceDetail): ExportPreview {
  const { log, passes } = source
  return {
    frames: exportedFrames(log, passes).length,
    arrows: exportedSequence(source, detail).rows.length,
    connections: wireConversations(log, passes).length,
    events: log.next - log.first,
    masked: maskedValues(log, passes),
  }
}
