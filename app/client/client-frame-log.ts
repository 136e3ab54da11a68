import { type FrameRow, frameCommand } from './frame-row.ts'

/** What has as many octets as characters, as nearly every frame. */
const ASCII = /^[\0-\x7f]*$/

/** Rows that a card keeps; older ones go, and their number is told. */
const LIMIT = 200

export interface FrameLogState {
  readonly rows: readonly FrameRow[]
  /** Rows that the limit took away. */
  readonly dropped: number
  readonly heartbeats: number
}

/** What passed one card's socket, over all its connections. Heart-beats are counted, not listed. */
export class ClientFrameLog {
  readonly #now: () => number
  readonly #encoder = new TextEncoder()
  readonly #listeners = new Set<() => void>()
  #state: FrameLogState = { rows: [], dropped: 0, heartbeats: 0 }
  #connection = 0
  #nextNumber = 0

  constructor(now: () => number) {
    this.#now = now
  }

  get state(): FrameLogState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Number of the newest connection; 0 before the first. */
  get connection(): number {
    return this.#connection
  }

  beginConnection(): void {
    this.#connection += 1
  }

  record(direction: FrameRow['direction'], text: string): void {
    const command = frameCommand(text)
    if (command === null) this.#change({ heartbeats: this.#state.heartbeats + 1 })
    else this.#append({ direction, command, text })
  }

  #append(frame: Pick<FrameRow, 'direction' | 'command' | 'text'>): void {
    const row: FrameRow = {
      ...frame,
      number: this.#nextNumber,
      connection: this.#connection,
      at: this.#now(),
      octets: ASCII.test(frame.text) ? frame.text.length : this.#encoder.encode(frame.text).length,
    }
    this.#nextNumber += 1
    const rows = [...this.#state.rows, row]
    const over = Math.max(0, rows.length - LIMIT)
    this.#change({ rows: rows.slice(over), dropped: this.#state.dropped + over })
  }

  #change(change: Partial<FrameLogState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
