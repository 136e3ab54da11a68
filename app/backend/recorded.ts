import { type ReadRecording, type Recording, type RecordingProblem, RING_LIMITS, readRecording } from '#trace'

/** Why a recording cannot be opened. */
export type RecordingTrouble =
  /** No recording of that name comes with the page. */
  | { readonly kind: 'unknown' }
  /** The file, or the part of the page that reads it, did not come. */
  | { readonly kind: 'out-of-reach' }
  | { readonly kind: 'too-large' }
  /** `unshowable`: an event without what its type must have, or of a type that is not known. `line` counts from 1. */
  | {
      readonly kind: 'broken'
      readonly line: number
      readonly problem: RecordingProblem | 'unshowable'
      readonly detail: string
    }

export type RecordedTrace =
  | { readonly ok: true; readonly recording: Recording; readonly octets: number }
  | { readonly ok: false; readonly trouble: RecordingTrouble }

/** As much of a `File` as is read. */
export interface RecordingFile {
  readonly name: string
  readonly size: number
  text(): Promise<string>
}

/** What comes with the page, each loaded when it is asked for. */
const BUNDLED = import.meta.glob<string>('../../content/recordings/*.jsonl', { query: '?raw', import: 'default' })

export async function readBundled(name: string): Promise<RecordedTrace> {
  const load = BUNDLED[`../../content/recordings/${name}.jsonl`]
  return load === undefined ? { ok: false, trouble: { kind: 'unknown' } } : recordedTrace(await load())
}

/** A log holds no more than a ring does. */
export async function readFile(file: RecordingFile): Promise<RecordedTrace> {
  if (file.size > RING_LIMITS.octets) return { ok: false, trouble: { kind: 'too-large' } }
  return recordedTrace(await file.text())
}

function recordedTrace(text: string): RecordedTrace {
  const read: ReadRecording = readRecording(text)
  if (read.ok) return { ok: true, recording: read.recording, octets: text.length }
  const { line, problem, detail } = read
  return { ok: false, trouble: { kind: 'broken', line, problem, detail } }
}
