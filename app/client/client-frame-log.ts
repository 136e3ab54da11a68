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
  /** The newest rows, and some more: what goes goes in bulk. */
  #rows: FrameRow[] = []
  #heartbeats = 0
  /** Null: something passed since it was asked for, which happens far more often than that somebody asks. */
  #state: FrameLogState | null = null
  #connection = 0
  /** How many rows there ever were. */
  #count = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** The same object until something passes. */
  get state(): FrameLogState {
    this.#state ??= {
      rows: this.#rows.slice(-LIMIT),
      dropped: Math.max(0, this.#count - LIMIT),
      heartbeats: this.#heartbeats,
    }
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
    if (command === null) this.#heartbeats += 1
    else this.#append({ direction, command, text })
    this.#state = null
    for (const listener of this.#listeners) listener()
  }

  #append(frame: Pick<FrameRow, 'direction' | 'command' | 'text'>): void {
    this.#rows.push({
      ...frame,
      number: this.#count,
      connection: this.#connection,
      at: this.#now(),
      octets: ASCII.test(frame.text) ? frame.text.length : this.#encoder.encode(frame.text).length,
    })
    this.#count += 1
    if (this.#rows.length >= 2 * LIMIT) this.#rows = this.#rows.slice(-LIMIT)
  }
}
