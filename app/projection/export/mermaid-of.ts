import type { Sequence } from '../sequence/sequence.ts'
import type { SequenceParticipant } from '../sequence/sequence-participant.ts'
import type { SequenceRow } from '../sequence/sequence-row.ts'

/** The sequence as a Mermaid `sequenceDiagram`: the same arrows in the same order. */
export const mermaidOf = (
  { participants, rows }: Sequence,
  nameOf: (participant: SequenceParticipant) => string,
): string => {
  const aliases = new Map(participants.map((participant, index) => [participant, `p${index}`]))
  const lines = [
    'sequenceDiagram',
    ...[...aliases].map(([participant, alias]) => `  participant ${alias} as ${mermaidText(nameOf(participant))}`),
    ...rows.map((row) => `  ${aliases.get(row.from)}${arrowOf(row)}${aliases.get(row.to)}: ${words(row)}`),
  ]
  return `${lines.join('\n')}\n`
}

const arrowOf = ({ shape }: SequenceRow): string => (shape === 'error' ? '-x' : '->>')

const words = ({ label, detail }: SequenceRow): string => mermaidText(detail === '' ? label : `${label} ${detail}`)

/** Mermaid ends a statement at `;`, begins a comment at `%%`, an escape at `#`, and reads `<` and `>` as HTML. */
const mermaidText = (text: string): string =>
  text.replace(/[\r\n]+/g, ' ').replace(/[#;%<>]/g, (character) => `#${character.charCodeAt(0)};`)
