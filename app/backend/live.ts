import type { FeedCommand, FeedHello, FeedMessage, FeedResume, LabCommand, TraceEvent } from '#trace'
import { parseFeedMessage } from './feed-message.ts'
import type { CommandReply, FeedState, LabBackend, TraceSink } from './lab-backend.ts'
import type { PageClock } from './page-clock.ts'
import { reconnectDelay } from './reconnect-delay.ts'

/** As much of a `WebSocket` as the feed needs. */
export interface FeedSocket {
  send(text: string): void
  close(): void
}

export interface FeedSocketHandlers {
  opened(): void
  received(data: unknown): void
  closed(): void
}

export interface LiveBackendPorts {
  /** Handlers are called later, never before it has returned. */
  readonly openSocket: (handlers: FeedSocketHandlers) => FeedSocket
  readonly trace: TraceSink
  readonly clock: PageClock
}

const OUT_OF_SIGHT: CommandReply = { ok: false, code: 'out-of-sight', message: '' }

/**
 * The lab of a running server, seen through its feed (trace.md, The feed and the commands). After a loss it comes back by
 * itself and asks for what it lacks.
 */
export class LiveBackend implements LabBackend {
  readonly #ports: LiveBackendPorts
  readonly #listeners = new Set<() => void>()
  readonly #helloListeners = new Set<(hello: FeedHello) => void>()
  readonly #waiting = new Map<number, (reply: CommandReply) => void>()
  #socket: FeedSocket | null = null
  /** Whether the feed of now has said hello. */
  #greeted = false
  #hello: FeedHello | null = null
  #helloAt = 0
  #state: FeedState = { behind: 0, notice: null }
  #failures = 0
  #nextCommand = 1
  #callOff: (() => void) | null = null

  constructor(ports: LiveBackendPorts) {
    this.#ports = ports
  }

  get hello(): FeedHello | null {
    return this.#hello
  }

  get state(): FeedState {
    return this.#state
  }

  start(): void {
    const socket = this.#ports.openSocket({
      opened: () => socket.send(JSON.stringify(this.#resume())),
      received: (data) => {
        if (this.#socket === socket) this.#receive(data)
      },
      closed: () => {
        if (this.#socket === socket) this.#lose()
      },
    })
    this.#socket = socket
  }

  stop(): void {
    this.#callOff?.()
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  send(command: LabCommand): Promise<CommandReply> {
    const socket = this.#socket
    if (socket === null || !this.#greeted) return Promise.resolve(OUT_OF_SIGHT)
    const id = this.#nextCommand
    this.#nextCommand += 1
    const addressed: FeedCommand = { ...command, id }
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      socket.send(JSON.stringify(addressed))
    })
  }

  labTime(): number {
    if (this.#hello === null) return 0
    return this.#hello.now + this.#ports.clock.now() - this.#helloAt
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  onHello(listener: (hello: FeedHello) => void): () => void {
    this.#helloListeners.add(listener)
    return () => this.#helloListeners.delete(listener)
  }

  /** An address names the lab that it wants: where there is none yet, it shall be. */
  #resume(): FeedResume {
    const { epoch, log } = this.#ports.trace
    return epoch === null ? { resume: 0, create: true } : { resume: log.next, epoch, create: true }
  }

  #receive(data: unknown): void {
    const message = parseFeedMessage(data)
    if (message === null) this.#change({ notice: 'unreadable' })
    else if ('events' in message) this.#take(message.events, String(data).length)
    else if ('hello' in message) this.#greet(message.hello)
    else if ('evicted' in message) this.#missWhatIsBefore(message.evicted)
    else if ('behind' in message) this.#change({ behind: message.behind })
    else this.#settle(message)
  }

  #greet(hello: FeedHello): void {
    const { trace, clock } = this.#ports
    const { epoch } = trace
    const gap = hello.first > trace.log.next
    this.#hello = hello
    this.#helloAt = clock.now()
    this.#greeted = true
    this.#failures = 0
    trace.open(hello)
    const anotherLife = epoch !== null && epoch !== hello.epoch
    this.#change({ behind: 0, notice: anotherLife ? 'restarted' : epoch !== null && gap ? 'evicted' : null })
    for (const listener of this.#helloListeners) listener(hello)
  }

  #take(events: readonly TraceEvent[], octets: number): void {
    const { trace } = this.#ports
    const fresh = events.filter((event) => event.seq >= trace.log.next)
    const [beginning] = fresh
    if (beginning === undefined) return
    if (beginning.seq > trace.log.next) {
      this.#missWhatIsBefore(beginning.seq)
      return
    }
    trace.append(fresh, octets)
    if (this.#state.behind > 0) this.#change({ behind: Math.max(0, this.#state.behind - fresh.length) })
  }

  /** A log has no holes: greeted again, the page gets what is left, or begins anew. */
  #missWhatIsBefore(seq: number): void {
    if (seq > this.#ports.trace.log.next) this.#socket?.close()
  }

  #settle(message: Extract<FeedMessage, { reply: unknown }>): void {
    const id = message.reply
    const settle = id === null ? undefined : this.#waiting.get(id)
    if (id === null || settle === undefined) {
      this.#change({ notice: 'unreadable' })
      return
    }
    this.#waiting.delete(id)
    settle('error' in message ? { ok: false, ...message.error } : { ok: true, value: message.ok })
  }

  #lose(): void {
    const { clock, trace } = this.#ports
    this.#socket = null
    this.#greeted = false
    trace.lose()
    for (const settle of this.#waiting.values()) settle(OUT_OF_SIGHT)
    this.#waiting.clear()
    this.#callOff = clock.after(reconnectDelay(this.#failures), () => this.start())
    this.#failures += 1
  }

  #change(change: Partial<FeedState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** @param url of the lab's feed, see `labAddress` */
export function createLiveBackend(url: string, trace: TraceSink, clock: PageClock): LiveBackend {
  return new LiveBackend({ openSocket: (handlers) => openFeedSocket(url, handlers), trace, clock })
}

export function openFeedSocket(url: string, handlers: FeedSocketHandlers): FeedSocket {
  const socket = new WebSocket(url)
  socket.onopen = () => handlers.opened()
  socket.onmessage = (event) => handlers.received(event.data)
  socket.onclose = () => handlers.closed()
  return {
    // One that closes already takes nothing any more: whoever waits for a reply is told when it is closed.
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    close: () => socket.close(),
  }
}
