import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { CLOSE_STATUS, type CloseStatus } from './close-status.ts'
import { payloadLength, type WebSocketMessage } from './websocket-message.ts'
import type { WebSocketSession } from './websocket-session.ts'

export interface SendLimits {
  /** Milliseconds that a send may be in progress. */
  readonly sendTimeLimit: number
  /** Octets that may wait behind it. */
  readonly sendBufferSizeLimit: number
}

export type SendResult =
  | { readonly kind: 'sent' }
  /** The session is closing; whatever is sent now is dropped. */
  | { readonly kind: 'not-sent' }
  /** Spring's `SessionLimitExceededException`; `message` is its text. */
  | { readonly kind: 'limit-exceeded'; readonly message: string; readonly status: CloseStatus }

/** A session to which several threads may send at the same time. */
export interface ConcurrentWebSocketSession {
  /** The session inside, for everything that is not sending or closing. */
  readonly session: WebSocketSession
  sendMessage(message: WebSocketMessage): SendResult
  close(status: CloseStatus): void
}

const SENT: SendResult = { kind: 'sent' }
const NOT_SENT: SendResult = { kind: 'not-sent' }

/**
 * Spring's `ConcurrentWebSocketSessionDecorator` with the strategy TERMINATE (spring.md 7.1, 7.2). A transport here
 * never blocks its caller: a send is in progress while octets of earlier messages are not yet on the wire, and lasts
 * since octets last left.
 */
export class ConcurrentWebSocketSessionDecorator implements ConcurrentWebSocketSession {
  readonly #session: WebSocketSession
  readonly #limits: SendLimits
  readonly #scheduler: TaskScheduler
  #progressAt = 0
  #waitingThen = 0
  #limitExceeded = false
  #closeInProgress = false

  constructor(session: WebSocketSession, limits: SendLimits, scheduler: TaskScheduler) {
    this.#session = session
    this.#limits = limits
    this.#scheduler = scheduler
  }

  get session(): WebSocketSession {
    return this.#session
  }

  sendMessage(message: WebSocketMessage): SendResult {
    if (this.#limitExceeded || this.#closeInProgress) return NOT_SENT
    const exceeded = this.#exceededLimit(message)
    if (exceeded !== null) {
      this.#limitExceeded = true
      return { kind: 'limit-exceeded', message: exceeded, status: CLOSE_STATUS.sessionNotReliable }
    }
    this.#session.sendMessage(message)
    this.#waitingThen = this.#session.bufferedAmount
    return SENT
  }

  close(status: CloseStatus): void {
    if (this.#closeInProgress) return
    const unreliable = this.#limitExceeded || this.#exceededLimit(null) !== null
    this.#closeInProgress = true
    this.#session.close(unreliable ? CLOSE_STATUS.sessionNotReliable : status)
  }

  #exceededLimit(next: WebSocketMessage | null): string | null {
    const { id, bufferedAmount } = this.#session
    const now = this.#scheduler.now()
    if (bufferedAmount === 0 || bufferedAmount < this.#waitingThen) this.#progressAt = now
    if (bufferedAmount === 0) return null
    const inProgress = now - this.#progressAt
    if (inProgress > this.#limits.sendTimeLimit)
      return `Send time ${Math.round(inProgress)} (ms) for session '${id}' exceeded the allowed limit ${this.#limits.sendTimeLimit}`
    const waiting = bufferedAmount + (next ? payloadLength(next) : 0)
    if (waiting > this.#limits.sendBufferSizeLimit)
      return `Buffer size ${waiting} bytes for session '${id}' exceeds the allowed limit ${this.#limits.sendBufferSizeLimit}`
    return null
  }
}
