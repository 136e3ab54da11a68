import type { ExportedFrame } from './exported-frames.ts'

const COLUMNS: Readonly<Record<string, (frame: ExportedFrame) => string | number>> = {
  seq: ({ seq }) => seq,
  milliseconds: ({ at }) => at,
  client: ({ client }) => client ?? '',
  session: ({ session }) => session ?? '',
  direction: ({ direction }) => direction,
  command: ({ command }) => command,
  destination: ({ headers }) => headers.find(([name]) => name === 'destination')?.[1] ?? '',
  octets: ({ length }) => length,
  headers: ({ headers }) => JSON.stringify(headers),
  encoding: ({ body }) => ('text' in body ? 'text' : 'base64'),
  truncated: ({ truncated }) => String(truncated),
  body: ({ body }) => ('text' in body ? body.text : body.base64),
}

/** A line a frame, with a head (RFC 4180). Repeated headers are why they stand as JSON, in order. */
export const framesCsv = (frames: readonly ExportedFrame[]): string => {
  const lines = [
    Object.keys(COLUMNS),
    ...frames.map((frame) => Object.values(COLUMNS).map((cellOf) => String(cellOf(frame)))),
  ]
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

/** RFC 4180 §2, 5 to 7. */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
