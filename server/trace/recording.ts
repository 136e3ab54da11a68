import type { LabConfiguration } from './lab-configuration.ts'
import { STATIONS } from './station.ts'
import type { TraceEvent } from './trace-event.ts'

/** The version of recordings that is written, and the only one that is read. */
export const RECORDING_VERSION = 1

export interface RecordingHeader {
  readonly frameflow: typeof RECORDING_VERSION
  readonly lab: string
  readonly config: LabConfiguration
}

export interface Recording {
  readonly header: RecordingHeader
  /** Gapless; begins with a `lab.snapshot`. */
  readonly events: readonly TraceEvent[]
}

export type RecordingProblem =
  | 'empty'
  | 'not-json'
  | 'no-header'
  | 'unknown-version'
  | 'no-event'
  | 'unknown-station'
  | 'gap'
  | 'late-cause'
  | 'no-beginning'

export type ReadRecording =
  | { readonly ok: true; readonly recording: Recording }
  /** `line` counts from 1; `detail` is what stood there. */
  | { readonly ok: false; readonly line: number; readonly problem: RecordingProblem; readonly detail: string }

const KNOWN_STATIONS: ReadonlySet<unknown> = new Set(STATIONS)

const DETAIL_LENGTH = 60

/** JSON Lines: a header, then an event a line (trace.md rule 7). */
export const writeRecording = ({ header, events }: Recording): string =>
  [header, ...events].map((line) => `${JSON.stringify(line)}\n`).join('')

/** The only reader of traces that somebody else may have written. */
export const readRecording = (text: string): ReadRecording => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  const [first, ...others] = lines
  if (first === undefined) return refusal(1, 'empty', '')
  const header = parse(first)
  if (header === undefined) return refusal(1, 'not-json', first)
  if (!isRecord(header) || !('frameflow' in header)) return refusal(1, 'no-header', first)
  if (header.frameflow !== RECORDING_VERSION) return refusal(1, 'unknown-version', String(header.frameflow))
  if (typeof header.lab !== 'string' || !isRecord(header.config)) return refusal(1, 'no-header', first)

  const events: TraceEvent[] = []
  for (const [index, line] of others.entries()) {
    const value = parse(line)
    if (value === undefined) return refusal(index + 2, 'not-json', line)
    const problem = problemOf(value, events.at(-1))
    if (problem !== null) return refusal(index + 2, problem, line)
    events.push(value as TraceEvent)
  }
  if (events[0]?.type !== 'lab.snapshot') return refusal(Math.min(2, lines.length), 'no-beginning', others[0] ?? '')
  return { ok: true, recording: { header: header as unknown as RecordingHeader, events } }
}

const refusal = (line: number, problem: RecordingProblem, detail: string): ReadRecording => ({
  ok: false,
  line,
  problem,
  detail: detail.slice(0, DETAIL_LENGTH),
})

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    // Undefined is no JSON value: the caller names the line.
    return undefined
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNullOrString = (value: unknown): boolean => value === null || typeof value === 'string'

/** What every event has, whatever its type. */
const problemOf = (value: unknown, previous: TraceEvent | undefined): RecordingProblem | null => {
  if (!isRecord(value) || typeof value.type !== 'string') return 'no-event'
  const { seq, at, cause, client, session, thread, station } = value
  if (typeof seq !== 'number' || typeof at !== 'number' || ![client, session, thread].every(isNullOrString))
    return 'no-event'
  if (!KNOWN_STATIONS.has(station)) return 'unknown-station'
  if (previous !== undefined && seq !== previous.seq + 1) return 'gap'
  if (cause !== null && (typeof cause !== 'number' || cause >= seq)) return 'late-cause'
  return null
}
