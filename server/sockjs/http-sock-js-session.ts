import type { HttpResponseStream } from '../http/http-exchange.ts'
import { MovableTimer } from '../runtime/movable-timer.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { CLOSE_STATUS, type CloseStatus } from '../websocket/close-status.ts'
import type { WebSocketMessage } from '../websocket/websocket-message.ts'
import type { WebSocketHandler, WebSocketSession } from '../websocket/websocket-session.ts'
import type { SockJsFrameCodec } from './sock-js-frame-codec.ts'
import type { FrameWrapping, SockJsProfile } from './sock-js-profile.ts'
import {
  newSockJsState,
  type OutgoingSockJsFrame,
  type SockJsEffect,
  type SockJsInput,
  type SockJsSessionRules,
  type SockJsState,
  type SockJsTimer,
  type StepSockJsSession,
} from './sock-js-state.ts'
import type { SendingTransport } from './transport-type.ts'

const encoder = new TextEncoder()

/** A request whose response frames can be sent on. */
export interface SockJsReceiverRequest {
  readonly transport: SendingTransport
  readonly endsAfterFrame: boolean
  readonly wrapping: FrameWrapping
  /** The page's function that frames call; empty where they call none. */
  readonly callback: string
  readonly open: (onAbort: () => void) => HttpResponseStream
}

interface OpenReceiver {
  readonly request: SockJsReceiverRequest
  readonly stream: HttpResponseStream
}

export interface HttpSockJsSessionParts {
  readonly serverId: string
  readonly sessionId: string
  readonly transport: SendingTransport
  /** Of the request that began it; null where no network is between. */
  readonly remoteAddress: string | null
  /** What is behind SockJS. */
  readonly handler: WebSocketHandler
  readonly frames: SockJsFrameCodec
  readonly step: StepSockJsSession
  readonly rules: SockJsSessionRules
  readonly counted: SockJsProfile['counted']
  readonly heartbeatScheduler: TaskScheduler
  readonly cleanupScheduler: TaskScheduler
  /** Milliseconds. */
  readonly heartbeatTime: number
  /** When a session is forgotten that has been without a receiver since then, on the schedulers' clock. */
  readonly forgottenAt: (inactiveSince: number) => number
  readonly onForgotten: () => void
}

/** Spring's `AbstractHttpSockJsSession`: performs what the session's state machine says. */
export class HttpSockJsSession implements WebSocketSession {
  readonly id: string
  readonly transport: string
  readonly sockJs: { readonly serverId: string; readonly sessionId: string; readonly transport: string }
  readonly remoteAddress: string | null
  readonly principal = null
  readonly attributes: Map<string, unknown> = new Map()
  readonly acceptsBinary = false
  readonly #parts: HttpSockJsSessionParts
  readonly #timers: Readonly<Record<SockJsTimer, MovableTimer>>
  #state: SockJsState
  #receiver: OpenReceiver | null = null
  #heartbeatDisabled = false

  constructor(parts: HttpSockJsSessionParts) {
    const { serverId, sessionId, transport } = parts
    this.id = sessionId
    this.remoteAddress = parts.remoteAddress
    this.transport = `sockjs-${transport}`
    this.sockJs = { serverId, sessionId, transport }
    this.#parts = parts
    this.#state = newSockJsState(sessionId)
    this.#timers = {
      heartbeat: new MovableTimer(parts.heartbeatScheduler, () => this.#fired('heartbeat')),
      disconnect: new MovableTimer(parts.cleanupScheduler, () => this.#fired('disconnect')),
    }
  }

  get isOpen(): boolean {
    return this.#state.phase === 'connecting' || this.#state.phase === 'open'
  }

  get bufferedAmount(): number {
    return this.#receiver?.stream.bufferedAmount ?? 0
  }

  /** A request on whose response the server may send. */
  attach(request: SockJsReceiverRequest): void {
    const { transport, endsAfterFrame } = request
    const receiver: OpenReceiver = {
      request,
      stream: request.open(() => {
        if (this.#receiver === receiver) this.#step({ input: 'receiver-detached' })
      }),
    }
    this.#step({ input: 'receiver-attached', transport, endsAfterFrame }, receiver)
  }

  receive(messages: readonly WebSocketMessage[]): void {
    this.#step({ input: 'received', messages })
  }

  sendMessage(message: WebSocketMessage): void {
    this.#step({ input: 'send', message })
  }

  close(status: CloseStatus): void {
    this.#step({ input: 'close', status, why: 'closed-by-server' })
  }

  terminate(): void {
    this.#receiver?.stream.terminate()
    this.#step({ input: 'receiver-detached' })
    this.#step({ input: 'close', status: CLOSE_STATUS.serverError, why: 'killed' })
  }

  disableHeartbeat(): void {
    this.#heartbeatDisabled = true
    this.#timers.heartbeat.cancel()
  }

  /** The service stops: the session has been closed, and is not remembered for its client. */
  discard(): void {
    for (const timer of Object.values(this.#timers)) timer.cancel()
  }

  /** @param newcomer who asked, where that is what happened */
  #step(input: SockJsInput, newcomer?: OpenReceiver): void {
    const { state, effects } = this.#parts.step(this.#state, input, this.#parts.rules)
    this.#state = state
    for (const effect of effects) this.#perform(effect, newcomer)
  }

  #perform(effect: SockJsEffect, newcomer?: OpenReceiver): void {
    const { handler } = this.#parts
    switch (effect.effect) {
      case 'attach':
        this.#receiver = newcomer ?? null
        break
      case 'turn-away':
        if (!newcomer) break
        for (const frame of effect.frames) this.#write(newcomer, frame)
        newcomer.stream.end()
        break
      case 'write':
        this.#writeToReceiver(effect.frame)
        break
      case 'end':
        this.#receiver?.stream.end()
        this.#receiver = null
        break
      case 'start-timer':
        this.#startTimer(effect.timer)
        break
      case 'stop-timer':
        this.#timers[effect.timer].clear()
        break
      case 'establish':
        this.#guarded(() => handler.afterConnectionEstablished(this))
        this.#step({ input: 'established' })
        break
      case 'deliver':
        this.#guarded(() => {
          for (const message of effect.messages) if (this.isOpen) handler.handleMessage(this, message)
        })
        break
      case 'closed':
        handler.afterConnectionClosed(this, effect.status)
        break
      case 'forget':
        this.discard()
        this.#parts.onForgotten()
        break
    }
  }

  #writeToReceiver(frame: OutgoingSockJsFrame): void {
    if (!this.#receiver) return
    const bytes = this.#write(this.#receiver, frame)
    if (frame.frame !== 'prelude') this.#step({ input: 'written', frame: frame.frame, bytes })
  }

  /** @returns what of it counts towards the limit of a response */
  #write({ request, stream }: OpenReceiver, frame: OutgoingSockJsFrame): number {
    const { wrapping, callback } = request
    if (frame.frame === 'prelude') {
      stream.write(encoder.encode(wrapping.prelude(callback)))
      return 0
    }
    const encoded = this.#encode(frame)
    const chunk = this.#parts.frames.chunk(encoded, (text) => wrapping.wrap(text, callback))
    stream.write(chunk)
    return this.#parts.counted(frame.frame, encoded, chunk)
  }

  #encode(frame: Exclude<OutgoingSockJsFrame, { frame: 'prelude' }>): WebSocketMessage {
    const { frames } = this.#parts
    switch (frame.frame) {
      case 'open':
        return frames.open()
      case 'heartbeat':
        return frames.heartbeat()
      case 'messages':
        return frames.messages(frame.messages)
      case 'close':
        return frames.close(frame.status.code, frame.status.reason)
    }
  }

  #startTimer(timer: SockJsTimer): void {
    const { heartbeatScheduler, cleanupScheduler, heartbeatTime, forgottenAt } = this.#parts
    if (timer === 'disconnect') this.#timers.disconnect.setAt(forgottenAt(cleanupScheduler.now()))
    else if (!this.#heartbeatDisabled) this.#timers.heartbeat.setAt(heartbeatScheduler.now() + heartbeatTime)
  }

  #fired(timer: SockJsTimer): void {
    this.#step({ input: 'timer', timer })
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
