import type { LiveBackend } from '../backend/live.ts'
import type { PageClock } from '../backend/page-clock.ts'
import type { RecordedTrace, RecordingFile, RecordingTrouble } from '../backend/recorded.ts'
import type { Page } from '../playback/page.ts'
import { firstUnshowable } from './first-unshowable.ts'

/** Milliseconds that a lab has to answer before a recording stands in for it. */
const PATIENCE = 3000

/** Shown where there is no lab. */
const STAND_IN = 'greeting'

/** As much of the module recorded.ts as is used: it is loaded when it is needed. */
export interface RecordingReader {
  readBundled(name: string): Promise<RecordedTrace>
  readFile(file: RecordingFile): Promise<RecordedTrace>
}

export interface ShownRecording {
  readonly name: string
  /** The lab is being looked for, and is shown as soon as it answers. */
  readonly awaitsLab: boolean
}

/** `live`: the lab answered, and the recording gave way to it. */
export type RecordingNotice =
  | { readonly kind: 'live' }
  | { readonly kind: 'trouble'; readonly name: string; readonly trouble: RecordingTrouble }

export interface RecordingsState {
  /** What the page shows instead of a lab. */
  readonly shown: ShownRecording | null
  readonly notice: RecordingNotice | null
}

/** A cursor and an event; null: its beginning, and none. */
interface RecordedMoment {
  readonly seq: number | null
  readonly select: number | null
}

export interface RecordingsPorts {
  readonly page: Pick<Page, 'trace' | 'playback'>
  readonly backend: Pick<LiveBackend, 'hello' | 'start' | 'stop' | 'onHello'>
  readonly clock: PageClock
  readonly loadReader: () => Promise<RecordingReader>
  /** The page shows something else than the recording that its address names. */
  readonly forgetAddress: () => void
}

const BEGINNING: RecordedMoment = { seq: null, select: null }

type Read = (reader: RecordingReader) => Promise<RecordedTrace>
type ReadTrace = Extract<RecordedTrace, { ok: true }>

/** The recordings that a page can show in place of a lab. What cannot be opened changes nothing. */
export class Recordings {
  readonly #ports: RecordingsPorts
  readonly #listeners = new Set<() => void>()
  #state: RecordingsState = { shown: null, notice: null }
  /** Counts what was asked for: who asks later is answered. */
  #asked = 0

  constructor(ports: RecordingsPorts) {
    this.#ports = ports
    ports.backend.onHello(() => this.#giveWay())
  }

  get state(): RecordingsState {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * What the address says: a recording, or else the lab, with a stand-in while it does not answer.
   *
   * @param recording name of one that comes with the page; null: the lab
   */
  async begin(recording: string | null, moment: RecordedMoment): Promise<void> {
    const { backend, clock, forgetAddress } = this.#ports
    if (recording !== null) {
      if (await this.#open(recording, (reader) => reader.readBundled(recording), moment)) return
      forgetAddress()
    }
    backend.start()
    clock.after(PATIENCE, () => void this.#standIn())
  }

  async openFile(file: RecordingFile): Promise<void> {
    if (await this.#open(file.name, (reader) => reader.readFile(file), BEGINNING)) this.#ports.forgetAddress()
  }

  /** Shows a log in place of the lab that somebody else fills: what is played in this page. */
  openEmpty(name: string): void {
    this.#asked += 1
    this.#ports.backend.stop()
    this.#ports.forgetAddress()
    this.#ports.page.trace.openRecording()
    this.#change({ shown: { name, awaitsLab: false }, notice: null })
  }

  /** Back to the lab, as soon as it answers; until then the recording stays. */
  goLive(): void {
    const { shown } = this.#state
    if (shown === null || shown.awaitsLab) return
    this.#change({ shown: { ...shown, awaitsLab: true } })
    this.#ports.backend.start()
  }

  dismiss(): void {
    this.#change({ notice: null })
  }

  /** @returns whether it is shown now */
  async #open(name: string, read: Read, moment: RecordedMoment): Promise<boolean> {
    this.#asked += 1
    const asked = this.#asked
    const trace = await this.#read(read)
    if (asked !== this.#asked) return false
    if (!trace.ok) {
      this.#change({ notice: { kind: 'trouble', name, trouble: trace.trouble } })
      return false
    }
    this.#ports.backend.stop()
    this.#show(trace, moment)
    this.#change({ shown: { name, awaitsLab: false }, notice: null })
    return true
  }

  async #standIn(): Promise<void> {
    const isNeeded = () => this.#ports.backend.hello === null && this.#state.shown === null
    if (!isNeeded()) return
    const trace = await this.#read((reader) => reader.readBundled(STAND_IN))
    if (!trace.ok || !isNeeded()) return
    this.#show(trace, BEGINNING)
    this.#change({ shown: { name: STAND_IN, awaitsLab: true } })
  }

  async #read(read: Read): Promise<RecordedTrace> {
    try {
      const trace = await read(await this.#ports.loadReader())
      return trace.ok ? showable(trace) : trace
    } catch {
      // Neither the network nor the disk says more to a page.
      return { ok: false, trouble: { kind: 'out-of-reach' } }
    }
  }

  #show({ recording: { events }, octets }: ReadTrace, { seq, select }: RecordedMoment): void {
    const { trace, playback } = this.#ports.page
    const first = events[0]?.seq ?? 0
    trace.openRecording(first)
    trace.append(events, octets)
    const played = playback.getState()
    played.sync()
    // Its first event is the snapshot of what was before.
    played.seek(seq ?? first + 1)
    played.select(select)
  }

  #giveWay(): void {
    if (this.#state.shown === null) return
    this.#ports.forgetAddress()
    this.#change({ shown: null, notice: { kind: 'live' } })
  }

  #change(change: Partial<RecordingsState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function showable(trace: ReadTrace): RecordedTrace {
  const { events } = trace.recording
  const event = firstUnshowable(events)
  if (event === null) return trace
  // The first line is the header.
  const line = events.indexOf(event) + 2
  return { ok: false, trouble: { kind: 'broken', line, problem: 'unshowable', detail: event.type } }
}
