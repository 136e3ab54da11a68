import type { HttpResponse, HttpResponseHead, HttpResponseStream } from '../http/http-exchange.ts'

/** What a client is told about its request. */
export interface MemoryHttpEvents {
  onHead(head: HttpResponseHead): void
  /** One chunk of the body. */
  onChunk(octets: Uint8Array): void
  onEnd(): void
  /** The server dropped the connection. */
  onBreak(): void
}

/** A client's end of a request in memory. */
export interface MemoryHttpRequest {
  /** Drops the connection. */
  abort(): void
}

/** Both ends of one request and its answer. */
export class MemoryHttpWire implements MemoryHttpRequest {
  readonly #later: (task: () => void) => void
  readonly #events: MemoryHttpEvents
  #onAbort: (() => void) | null = null
  #isAborted = false
  #isOver = false

  constructor(later: (task: () => void) => void, events: MemoryHttpEvents) {
    this.#later = later
    this.#events = events
  }

  respond({ status, headers, body }: HttpResponse): void {
    this.#toClient(() => {
      this.#events.onHead({ status, headers })
      if (body.length > 0) this.#events.onChunk(body)
      this.#events.onEnd()
    })
    this.#isOver = true
  }

  stream(head: HttpResponseHead, onAbort: () => void): HttpResponseStream {
    this.#onAbort = onAbort
    // Its client may have gone before there was anything to say.
    if (this.#isAborted) this.#later(() => this.#tellOfAbort())
    let isHeadSent = false
    const sendHead = (): void => {
      if (!isHeadSent) this.#toClient(() => this.#events.onHead(head))
      isHeadSent = true
    }
    return {
      bufferedAmount: 0,
      write: (octets) => {
        sendHead()
        this.#toClient(() => this.#events.onChunk(octets))
      },
      end: () => {
        sendHead()
        this.#toClient(() => this.#events.onEnd())
        this.#isOver = true
      },
      terminate: () => {
        this.#toClient(() => this.#events.onBreak())
        this.#isOver = true
      },
    }
  }

  abort(): void {
    if (this.#isAborted) return
    this.#isAborted = true
    this.#later(() => this.#tellOfAbort())
  }

  #tellOfAbort(): void {
    if (this.#isOver || this.#onAbort === null) return
    this.#isOver = true
    this.#onAbort()
  }

  #toClient(task: () => void): void {
    if (this.#isOver) return
    this.#later(() => {
      if (!this.#isAborted) task()
    })
  }
}
