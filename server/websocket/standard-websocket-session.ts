import { CLOSE_STATUS, type CloseStatus } from './close-status.ts'
import type { WebSocketConnection, WebSocketListener } from './websocket-connection.ts'
import type { WebSocketMessage } from './websocket-message.ts'
import type { WebSocketHandler, WebSocketSession } from './websocket-session.ts'

/** UTF-16 units: Tomcat's own 8,192 are raised by the STOMP layer to what stompjs may send (spring.md 7.4). */
const TEXT_MESSAGE_SIZE_LIMIT = 16_640

/** Octets: Tomcat's own limit, which nobody raises. */
const BINARY_MESSAGE_SIZE_LIMIT = 8_192

const TEXT_TOO_BIG =
  'The decoded text message was too big for the output buffer and the endpoint does not support partial messages'

/** Java's MessageFormat groups digits. */
const grouped = (value: number): string => value.toLocaleString('en-US')

/** The reason with which Tomcat closes after a message that it cannot hold; null: it can. */
const tooBig = (message: WebSocketMessage): string | null => {
  if (message.kind === 'text') return message.text.length > TEXT_MESSAGE_SIZE_LIMIT ? TEXT_TOO_BIG : null
  if (message.octets.length <= BINARY_MESSAGE_SIZE_LIMIT) return null
  const sizes = `Buffer size: [${grouped(BINARY_MESSAGE_SIZE_LIMIT)}], Message size: [${grouped(message.octets.length)}]`
  return `No async message support and buffer too small. ${sizes}`
}

export interface StandardWebSocketSessionParts {
  readonly id: string
  readonly connection: WebSocketConnection
  readonly handler: WebSocketHandler
}

/**
 * Spring's `StandardWebSocketSession` with Tomcat beneath and `ExceptionWebSocketHandlerDecorator` above: the plain
 * WebSocket session, and what its connection reports to.
 */
class StandardWebSocketSession implements WebSocketSession, WebSocketListener {
  readonly id: string
  readonly transport = 'websocket'
  readonly sockJs = null
  readonly principal = null
  readonly attributes: Map<string, unknown> = new Map()
  readonly acceptsBinary = true
  readonly #connection: WebSocketConnection
  readonly #handler: WebSocketHandler
  #isOpen = true

  constructor({ id, connection, handler }: StandardWebSocketSessionParts) {
    this.id = id
    this.#connection = connection
    this.#handler = handler
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  get bufferedAmount(): number {
    return this.#connection.bufferedAmount
  }

  /** Tells the handler; once, before anything is received. */
  open(): void {
    this.#guarded(() => this.#handler.afterConnectionEstablished(this))
  }

  sendMessage(message: WebSocketMessage): void {
    if (this.#isOpen) this.#connection.send(message)
  }

  /** Like Tomcat, it tells of the end at once, on the caller's thread, without waiting for the client's Close frame. */
  close(status: CloseStatus): void {
    if (!this.#isOpen) return
    this.#connection.close(status.code, status.reason ?? undefined)
    this.#closed(status)
  }

  terminate(): void {
    this.#connection.terminate()
  }

  disableHeartbeat(): void {
    // A plain WebSocket session has none.
  }

  onMessage(message: WebSocketMessage): void {
    if (!this.#isOpen) return
    const reason = tooBig(message)
    if (reason === null) this.#guarded(() => this.#handler.handleMessage(this, message))
    else this.close({ code: 1009, reason })
  }

  onControl(): void {
    // Answered by the transport.
  }

  onClose(code: number, reason: string): void {
    // Tomcat answers a Close frame without a code with 1000, and takes that for the status.
    const status = code === CLOSE_STATUS.noStatusCode.code ? CLOSE_STATUS.normal : { code, reason: reason || null }
    if (this.#isOpen) this.#closed(status)
  }

  #closed(status: CloseStatus): void {
    this.#isOpen = false
    this.#handler.afterConnectionClosed(this, status)
  }

  #guarded(body: () => void): void {
    try {
      body()
    } catch {
      // spring.md 2.11: an exception that escapes a WebSocketHandler costs the client its connection, nobody else.
      this.close(CLOSE_STATUS.serverError)
    }
  }
}

/** A session for a connection that was just opened, with its handler told of it. */
export const openStandardWebSocketSession = (parts: StandardWebSocketSessionParts): WebSocketListener => {
  const session = new StandardWebSocketSession(parts)
  session.open()
  return session
}
