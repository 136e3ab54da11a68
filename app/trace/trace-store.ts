import { type EventLog, type FeedHello, type TraceEvent, TraceRing } from '#trace'
import type { AnimationClock } from './animation-clock.ts'

/** `recorded`: the log is a recording, there is no lab. */
export type Connection = 'connecting' | 'live' | 'lost' | 'recorded'

/** What a view says about the connection; the same object until something of it changes. */
export interface TraceStatus {
  readonly connection: Connection
  /** When the connection became what it is, by the page's clock. */
  readonly since: number
  /** What the lab said last; null: nothing yet, or a recording. */
  readonly hello: FeedHello | null
  /** How many logs there were before this one. */
  readonly generation: number
}

/** Octets of an event whose size nobody knows. */
const USUAL_SIZE = 512

/**
 * The page's log of one lab and how it is connected to it. Whoever watches is told once an animation frame, however
 * much came in.
 */
export class TraceStore {
  readonly #clock: AnimationClock
  readonly #listeners = new Set<() => void>()
  #log = new TraceRing()
  #status: TraceStatus
  #history = 0
  #version = 0
  #callOff: (() => void) | null = null

  constructor(clock: AnimationClock) {
    this.#clock = clock
    this.#status = { connection: 'connecting', since: clock.now(), hello: null, generation: 0 }
  }

  /** A new object whenever a new log begins. */
  get log(): EventLog {
    return this.#log
  }

  range(from: number, to: number): readonly TraceEvent[] {
    return this.#log.range(from, to)
  }

  get status(): TraceStatus {
    return this.#status
  }

  /** The life of the lab that the log is of. */
  get epoch(): string | null {
    return this.#status.hello?.epoch ?? null
  }

  /** Events below this had happened when the feed began: they are not played. */
  get history(): number {
    return this.#history
  }

  /**
   * A feed begins, for the first time or again, or greets anew since the lab was configured. Another life of the lab,
   * or a gap, begins a new log.
   */
  open(hello: FeedHello): void {
    const continues = hello.epoch === this.epoch && hello.first <= this.#log.next && hello.next >= this.#log.next
    if (!continues) this.#begin(hello.first)
    if (!continues || this.#status.connection !== 'live') this.#history = hello.next
    this.#become('live', hello)
  }

  openRecording(first = 0): void {
    this.#begin(first)
    this.#history = 0
    this.#become('recorded', null)
  }

  connecting(): void {
    this.#become('connecting')
  }

  /** Behind a recording a feed may be tried in vain: there is nothing to lose. */
  lose(): void {
    if (this.#status.connection !== 'recorded') this.#become('lost')
  }

  /**
   * What is there already is skipped; events that do not follow the log begin a new one.
   *
   * @param octets size of all of them as they were received
   */
  append(events: readonly TraceEvent[], octets: number = events.length * USUAL_SIZE): void {
    const size = octets / Math.max(1, events.length)
    for (const event of events) {
      if (event.seq < this.#log.next) continue
      if (event.seq > this.#log.next) this.#begin(event.seq)
      this.#log.append(event, size)
    }
    this.#changed()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getVersion = (): number => this.#version

  close(): void {
    this.#callOff?.()
    this.#listeners.clear()
  }

  #begin(first: number): void {
    const { generation } = this.#status
    if (this.#log.next > this.#log.first) this.#status = { ...this.#status, generation: generation + 1 }
    this.#log = new TraceRing(first)
  }

  #become(connection: Connection, hello: FeedHello | null = this.#status.hello): void {
    const since = connection === this.#status.connection ? this.#status.since : this.#clock.now()
    this.#status = { ...this.#status, connection, since, hello }
    this.#changed()
  }

  #changed(): void {
    this.#callOff ??= this.#clock.onNextFrame(() => {
      this.#callOff = null
      this.#version += 1
      for (const listener of this.#listeners) listener()
    })
  }
}
