import { writeRecording } from '#trace'
import type { Phrasebook } from '../language/phrasebook.tsx'
import { clientName } from '../projection/client-name.ts'
import { exportedFrames } from '../projection/export/exported-frames.ts'
import { framesCsv } from '../projection/export/frames-csv.ts'
import { framesMarkdown } from '../projection/export/frames-markdown.ts'
import { mermaidOf } from '../projection/export/mermaid-of.ts'
import { pcapngOf } from '../projection/export/pcapng-of.ts'
import { recordingOf } from '../projection/export/recording-of.ts'
import { sequenceSvg } from '../projection/export/sequence-svg.ts'
import { wireConversations } from '../projection/export/wire-conversations.ts'
import { participantName } from '../projection/sequence/participant-name.ts'
import type { SequenceDetail, SequenceParticipant } from '../projection/sequence/sequence-participant.ts'
import { type DrawnDiagram, diagramSvg } from './diagram-svg.ts'
import { exportLook } from './export-look.ts'
import { type ExportSource, exportedBars, exportedSequence } from './export-source.ts'
import { pngOf } from './png-of.ts'

/** All that a file can be made of. */
export interface ExportMaterial {
  readonly source: ExportSource
  readonly detail: SequenceDetail
  readonly diagram: DrawnDiagram
  readonly phrases: Phrasebook
}

export interface ExportFormat {
  readonly what: 'sequence' | 'diagram' | 'frames' | 'connections' | 'recording'
  readonly format: string
  readonly ending: string
  readonly type: string
  /** Null: there is nothing that it could hold. */
  make(material: ExportMaterial): Promise<BlobPart | null>
}

const SVG = { format: 'SVG', ending: 'svg', type: 'image/svg+xml' } as const

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    what: 'sequence',
    format: 'Mermaid',
    ending: 'mmd',
    type: 'text/vnd.mermaid',
    make: async (material) => mermaidOf(exportedSequence(material.source, material.detail), namesIn(material)),
  },
  {
    what: 'sequence',
    ...SVG,
    make: async (material) => {
      const { source, detail } = material
      const bars = exportedBars(source, detail)
      return sequenceSvg(exportedSequence(source, detail), bars, namesIn(material), await exportLook())
    },
  },
  { what: 'diagram', ...SVG, make: async ({ diagram }) => diagramSvg(diagram, await exportLook()) },
  {
    what: 'diagram',
    format: 'PNG',
    ending: 'png',
    type: 'image/png',
    make: async ({ diagram }) => pngOf(diagramSvg(diagram, await exportLook())),
  },
  {
    what: 'frames',
    format: 'Markdown',
    ending: 'md',
    type: 'text/markdown',
    make: async ({ source: { log, passes }, phrases: { t } }) =>
      framesMarkdown(exportedFrames(log, passes), {
        server: t('sequence.server'),
        client: (tag) => (tag === null ? '?' : clientName(tag)),
      }),
  },
  {
    what: 'frames',
    format: 'CSV',
    ending: 'csv',
    type: 'text/csv',
    make: async ({ source: { log, passes } }) => framesCsv(exportedFrames(log, passes)),
  },
  {
    what: 'connections',
    format: 'pcapng',
    ending: 'pcapng',
    type: 'application/x-pcapng',
    make: async ({ source: { log, passes } }) => pcapngOf(wireConversations(log, passes)).slice(),
  },
  {
    what: 'recording',
    format: 'JSON Lines',
    ending: 'jsonl',
    type: 'application/jsonl',
    make: async ({ source: { log, lab } }) => {
      const recording = recordingOf(log, lab)
      return recording === null ? null : writeRecording(recording)
    },
  },
]

function namesIn({ phrases: { t } }: ExportMaterial): (participant: SequenceParticipant) => string {
  return (participant) => participantName(participant, t)
}
