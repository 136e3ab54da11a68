import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'
import { CLOSE_STATUS, type CloseStatus } from '../websocket/close-status.ts'
import type { WebSocketMessage } from '../websocket/websocket-message.ts'
import type { WebSocketHandler, WebSocketSession } from '../websocket/websocket-session.ts'
import type { SockJsFrameCodec } from './sock-js-frame-codec.ts'
import type { SockJsProfile } from './sock-js-profile.ts'

export interface SockJsWebSocketSessionParts {
  readonly serverId: string
  readonly sessionId: string
  /** What is behind SockJS. */
  readonly handler: WebSocketHandler
  readonly frames: SockJsFrameCodec
  readonly rules: SockJsProfile['webSocket']
  readonly scheduler: TaskScheduler
  /** Milliseconds without a message after which an `h` goes out. */
  readonly heartbeatTime: number
}

/**
 * Spring's `WebSocketServerSockJsSession` and the `SockJsWebSocketHandler` that feeds it: a session for the handler
 * behind, and itself the handler of the plain WebSocket session beneath (spring.md 5.6).
 */
export class SockJsWebSocketSession implements WebSocketSession, WebSocketHandler {
  readonly id: string
  readonly transport = 'sockjs-websocket'
  readonly sockJs: { readonly serverId: string; readonly sessionId: string; readonly transport: string }
  readonly acceptsBinary = false
  readonly attributes: Map<string, unknown> = new Map()
  readonly #parts: SockJsWebSocketSessionParts
  #native: WebSocketSession | null = null
  #isOpen = false
  #openFrameSent = false
  /** Written by the handler while it was told of the session, hence before the open frame. */
  #early: WebSocketMessage[] = []
  #heartbeat: ScheduledTask | null = null
  #heartbeatDisabled = false
  #lastSentAt = 0

  constructor(parts: SockJsWebSocketSessionParts) {
    this.id = parts.sessionId
    this.sockJs = { serverId: parts.serverId, sessionId: parts.sessionId, transport: 'websocket' }
    this.#parts = parts
  }

  get principal(): WebSocketSession['principal'] {
    return this.#native?.principal ?? null
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  get bufferedAmount(): number {
    return this.#native?.bufferedAmount ?? 0
  }

  afterConnectionEstablished(native: WebSocketSession): void {
    const { handler, frames, rules } = this.#parts
    this.#native = native
    this.#isOpen = true
    if (rules.tellsHandlerFirst) handler.afterConnectionEstablished(this)
    if (!this.#isOpen) return
    this.#send(frames.open())
    this.#openFrameSent = true
    for (const message of this.#early.splice(0)) this.#send(frames.messages([message]))
    this.#scheduleHeartbeat()
    if (!rules.tellsHandlerFirst) handler.afterConnectionEstablished(this)
  }

  handleMessage(native: WebSocketSession, message: WebSocketMessage): void {
    if (message.kind === 'binary') native.close(CLOSE_STATUS.notAcceptable)
    else if (message.text !== '') this.#receive(message.text)
  }

  afterConnectionClosed(_native: WebSocketSession, status: CloseStatus): void {
    if (this.#isOpen) this.#closed(status)
  }

  sendMessage(message: WebSocketMessage): void {
    if (!this.#isOpen) return
    if (!this.#openFrameSent) {
      this.#early.push(message)
      return
    }
    this.#send(this.#parts.frames.messages([message]))
  }

  /** The client learns the status from a close frame; where sending is what failed there is none (spring.md 5.6.4). */
  close(status: CloseStatus): void {
    this.#close(status, status.code !== CLOSE_STATUS.sessionNotReliable.code)
  }

  terminate(): void {
    this.#native?.terminate()
  }

  disableHeartbeat(): void {
    this.#heartbeatDisabled = true
    this.#heartbeat?.cancel()
  }

  #receive(text: string): void {
    const decoded = this.#parts.frames.decode(text)
    const { status, tellsClient } = this.#parts.rules.brokenFraming
    if (decoded.kind === 'broken') this.#close(status, tellsClient)
    else for (const message of decoded.messages) if (this.#isOpen) this.#parts.handler.handleMessage(this, message)
  }

  #close(status: CloseStatus, tellsClient: boolean): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    const { frames, rules } = this.#parts
    if (tellsClient) this.#native?.sendMessage(frames.close(status.code, status.reason))
    this.#native?.close(tellsClient ? rules.closeStatus(status) : status)
    this.#closed(status)
  }

  #closed(status: CloseStatus): void {
    this.#isOpen = false
    this.#heartbeat?.cancel()
    this.#parts.handler.afterConnectionClosed(this, status)
  }

  #send(frame: WebSocketMessage): void {
    this.#native?.sendMessage(frame)
    this.#lastSentAt = this.#parts.scheduler.now()
  }

  /** One timer, however much is sent: that a message put the heart-beat off is found when the timer fires. */
  #scheduleHeartbeat(): void {
    if (this.#heartbeatDisabled || !this.#isOpen) return
    const { scheduler, frames, heartbeatTime } = this.#parts
    const remaining = (): number => this.#lastSentAt + heartbeatTime - scheduler.now()
    this.#heartbeat = scheduler.schedule(() => {
      if (remaining() <= 0) this.#send(frames.heartbeat())
      this.#scheduleHeartbeat()
    }, remaining())
  }
}
