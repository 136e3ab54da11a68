import { busySpans } from '../sequence/busy-span.ts'
import type { Sequence } from '../sequence/sequence.ts'
import type { SequenceBar } from '../sequence/sequence-bar.ts'
import type { SequenceParticipant } from '../sequence/sequence-participant.ts'
import type { SequenceRow } from '../sequence/sequence-row.ts'
import { type SvgLook, svgDocument, svgText } from './svg-look.ts'

const COLUMN = 190
const TIME_COLUMN = 72
const HEAD = 44
const ROW = 34
const POINT = 7
const BAR = 8

/** The sequence as a picture: its columns, who is busy on them, and an arrow a row from top to bottom. */
export const sequenceSvg = (
  { participants, rows }: Sequence,
  bars: readonly SequenceBar[],
  nameOf: (participant: SequenceParticipant) => string,
  look: SvgLook,
): string => {
  const width = TIME_COLUMN + participants.length * COLUMN
  const height = HEAD + (rows.length + 1) * ROW
  const places = new Map(
    participants.map((participant, index) => [participant, TIME_COLUMN + (index + 0.5) * COLUMN] as const),
  )
  const columns = [...places].map(([participant, x]) => column(nameOf(participant), x, height, look))
  const busy = busySpans(rows, bars).flatMap(({ participant, first, last }) => {
    const x = places.get(participant)
    if (x === undefined) return []
    const [top, bottom] = [HEAD + (first + 0.5) * ROW, HEAD + (last + 1.5) * ROW]
    return `<rect x="${x - BAR / 2}" y="${top}" width="${BAR}" height="${bottom - top}" fill="${look.accent}" fill-opacity="0.4"/>`
  })
  const arrows = rows.map((row, index) =>
    arrow(row, [places.get(row.from) ?? 0, places.get(row.to) ?? 0], HEAD + (index + 1) * ROW, look),
  )
  return svgDocument(width, height, look, [...columns, ...busy, ...arrows])
}

const column = (name: string, x: number, height: number, { outline, panel }: SvgLook): string => {
  const box = `<rect x="${x - COLUMN / 2 + 6}" y="8" width="${COLUMN - 12}" height="28" rx="8" fill="${panel}" stroke="${outline}"/>`
  const line = `<line x1="${x}" x2="${x}" y1="36" y2="${height}" stroke="${outline}" stroke-dasharray="3 4"/>`
  const words = svgText(name, { x, y: 26, width: COLUMN - 20, look: 'strong', anchor: 'middle' })
  return [line, box, words].join('')
}

const arrow = (
  { at, label, detail, owner, shape }: SequenceRow,
  [from, to]: readonly [number, number],
  y: number,
  { error, hue }: SvgLook,
): string => {
  const colour = shape === 'error' ? error : hue(owner)
  const back = to > from ? -POINT : POINT
  const words = svgText(detail === '' ? label : `${label} ${detail}`, {
    x: (from + to) / 2,
    y: y - 6,
    width: Math.abs(to - from) - 12,
    anchor: 'middle',
  })
  return [
    svgText((at / 1000).toFixed(3), { x: 8, y: y + 4, width: TIME_COLUMN, look: 'quiet' }),
    `<path d="M${from} ${y}H${to}" stroke="${colour}" stroke-width="1.6" fill="none"/>`,
    `<path d="M${to} ${y}l${back} -4v8z" fill="${colour}"/>`,
    words,
  ].join('')
}
