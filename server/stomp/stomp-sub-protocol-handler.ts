import type { ApplicationEvent, ApplicationEventPublisher } from '../messaging/application-event.ts'
import {
  createMessage,
  firstNativeHeader,
  type Message,
  type MessageHeaders,
  type Principal,
  withHeaders,
} from '../messaging/message.ts'
import type { MessageChannel } from '../messaging/message-channel.ts'
import { failed, HANDLED, type HandlerOutcome, ignored, type MessageHandler } from '../messaging/message-handler.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { CLOSE_STATUS, type CloseStatus } from '../websocket/close-status.ts'
import {
  type ConcurrentWebSocketSession,
  ConcurrentWebSocketSessionDecorator,
  type SendLimits,
  type SendResult,
} from '../websocket/concurrent-websocket-session-decorator.ts'
import { octetsOf, type WebSocketMessage } from '../websocket/websocket-message.ts'
import type { WebSocketHandler, WebSocketSession } from '../websocket/websocket-session.ts'
import { DeliveryFrames } from './delivery-frames.ts'
import { parseHeartbeatHeader } from './heart-beat-header.ts'
import { messageFromStompFrame } from './message-from-stomp-frame.ts'
import { isOctetStream } from './mime-type.ts'
import type { StompCodec } from './stomp-codec.ts'
import type { StompDecoder } from './stomp-decoder.ts'
import type { StompFrame } from './stomp-frame.ts'
import { errorFrame, stompFrameFromMessage } from './stomp-frame-from-message.ts'
import { NOTHING_COUNTED, type SubProtocolStatistics, sessionKind } from './sub-protocol-statistics.ts'

export interface StompSubProtocolHandlerParts extends SendLimits {
  readonly clientInboundChannel: MessageChannel
  readonly codec: StompCodec
  readonly eventPublisher: ApplicationEventPublisher
  /** A `StompSubProtocolErrorHandler` is set (spring.md 2.11.1). */
  readonly errorHandler: boolean
  readonly scheduler: TaskScheduler
  /** Milliseconds (spring.md 7.8). */
  readonly timeToFirstMessage: number
  /**
   * Where the frames of one STOMP session go, asked at its CONNECT. With `preserveReceiveOrder` a channel that keeps
   * their order (spring.md 1.4.6); absent: clientInboundChannel itself.
   */
  readonly channelFor?: (sessionId: string) => MessageChannel
  /** Further decorates a new session; absent: not at all. */
  readonly decorateSession?: (session: ConcurrentWebSocketSession) => ConcurrentWebSocketSession
}

/** Spring's `SessionInfo`: exists from CONNECT to the end of the connection. */
interface StompSession {
  readonly channel: MessageChannel
  user: Principal | null
}

/** Spring's `WebSocketSessionHolder`, with what the STOMP layer keeps for the same session. */
interface SessionHolder {
  readonly decorated: ConcurrentWebSocketSession
  readonly decoder: StompDecoder
  readonly createdAt: number
  hasHandledMessages: boolean
  stomp: StompSession | null
}

const NOTHING = new Uint8Array()

/** Events that follow a frame which its channel accepted (spring.md 9). */
const SESSION_EVENTS: Partial<
  Record<string, 'SessionConnectEvent' | 'SessionSubscribeEvent' | 'SessionUnsubscribeEvent'>
> = {
  CONNECT: 'SessionConnectEvent',
  STOMP: 'SessionConnectEvent',
  SUBSCRIBE: 'SessionSubscribeEvent',
  UNSUBSCRIBE: 'SessionUnsubscribeEvent',
}

/**
 * Spring's `StompSubProtocolHandler` and the `SubProtocolWebSocketHandler` around it: between WebSocket sessions on
 * one side, clientInboundChannel and clientOutboundChannel on the other (spring.md 2.0.2, 2.0.3).
 */
export class StompSubProtocolHandler implements WebSocketHandler, MessageHandler {
  readonly name = 'stompSubProtocolHandler'
  readonly #parts: StompSubProtocolHandlerParts
  readonly #holders = new Map<string, SessionHolder>()
  readonly #statistics: SubProtocolStatistics = { ...NOTHING_COUNTED }
  #running = true
  #lastSessionCheck: number
  readonly #deliveries = new DeliveryFrames()
  #messageIdCounter = 0
  readonly #nextMessageId = (): number => this.#messageIdCounter++

  constructor(parts: StompSubProtocolHandlerParts) {
    this.#parts = parts
    this.#lastSessionCheck = parts.scheduler.now()
  }

  get statistics(): Readonly<SubProtocolStatistics> {
    return { ...this.#statistics }
  }

  afterConnectionEstablished(session: WebSocketSession): void {
    if (!session.isOpen) return
    this.#closeSilentSessions()
    this.#statistics.totalSessions++
    this.#statistics[sessionKind(session.sockJs?.transport)]++
    this.#holders.set(session.id, {
      decorated: this.#decorateSession(session),
      decoder: this.#parts.codec.createDecoder(),
      createdAt: this.#parts.scheduler.now(),
      hasHandledMessages: false,
      stomp: null,
    })
  }

  /** A message of clientOutboundChannel, on its way to a client. */
  handleMessage(message: Message): HandlerOutcome
  /** A WebSocket message from a client. */
  handleMessage(session: WebSocketSession, message: WebSocketMessage): void
  handleMessage(subject: Message | WebSocketSession, message?: WebSocketMessage): HandlerOutcome | undefined {
    if (!message) return this.#handleMessageToClient(subject as Message)
    this.#handleMessageFromClient(subject as WebSocketSession, message)
    return undefined
  }

  afterConnectionClosed(session: WebSocketSession, status: CloseStatus): void {
    this.#clearSession(session, status)
  }

  /** Takes no more messages, and closes every session. */
  stop(status: CloseStatus = CLOSE_STATUS.goingAway): void {
    this.#running = false
    for (const { decorated } of [...this.#holders.values()]) decorated.close(status)
  }

  #decorateSession(session: WebSocketSession): ConcurrentWebSocketSession {
    const { scheduler, decorateSession } = this.#parts
    const decorated = new ConcurrentWebSocketSessionDecorator(session, this.#parts, scheduler)
    return decorateSession?.(decorated) ?? decorated
  }

  #handleMessageFromClient(session: WebSocketSession, message: WebSocketMessage): void {
    const holder = this.#holders.get(session.id)
    if (!holder) return
    holder.hasHandledMessages = true
    // Kept for the whole WebSocket message, as in Spring: a frame that closes the session does not stop the next one.
    let { stomp } = holder
    for (const result of holder.decoder.decode(octetsOf(message))) {
      if (result.kind === 'failed') this.#sendError(holder, result.message)
      if (result.kind !== 'decoded') return
      const fromFrame = messageFromStompFrame(result.wire.frame)
      if (fromFrame.headers.simpMessageType === 'CONNECT') {
        stomp = this.#connect(holder, fromFrame)
        // After a failed CONNECT there is nobody to handle the rest (spring.md 2.11.2).
        if (!stomp) return
      } else if (stomp) this.#send(holder, stomp, fromFrame)
      else this.#sendError(holder, `Unknown session: ${session.id}`, fromFrame)
    }
  }

  #connect(holder: SessionHolder, message: Message): StompSession | null {
    const { session } = holder.decorated
    if (holder.stomp) {
      holder.stomp = null
      this.#sendError(holder, 'Session already exists', message)
      return null
    }
    const stomp: StompSession = {
      channel: this.#parts.channelFor?.(session.id) ?? this.#parts.clientInboundChannel,
      user: session.principal,
    }
    holder.stomp = stomp
    const userChangeCallback = (user: Principal): void => {
      stomp.user = user
    }
    return this.#send(holder, stomp, withHeaders(message, { userChangeCallback })) ? stomp : null
  }

  /** I4 to I9. Returns whether the channel accepted the message. */
  #send(holder: SessionHolder, stomp: StompSession, fromFrame: Message): boolean {
    const isConnect = fromFrame.headers.simpMessageType === 'CONNECT'
    const heartbeat = parseHeartbeatHeader(fromFrame.headers.nativeHeaders ?? new Map())
    if (heartbeat.kind === 'malformed') {
      if (isConnect) holder.stomp = null
      this.#sendError(holder, heartbeat.message, fromFrame)
      return false
    }
    const message = withHeaders(fromFrame, {
      ...this.#sessionHeaders(holder.decorated.session, stomp.user),
      simpHeartbeat: heartbeat.value,
    })
    if (isConnect) this.#statistics.totalConnect++
    if (message.headers.simpMessageType === 'DISCONNECT') this.#statistics.totalDisconnect++
    const outcome = stomp.channel.send(message)
    if (outcome.kind !== 'sent' && isConnect) holder.stomp = null
    if (outcome.kind === 'threw') this.#sendError(holder, outcome.error.message, message)
    if (outcome.kind === 'sent') this.#publishAfterSend(message, stomp.user)
    return outcome.kind === 'sent'
  }

  #sessionHeaders(session: WebSocketSession, user: Principal | null): Partial<MessageHeaders> {
    return {
      simpSessionId: session.id,
      simpSessionAttributes: session.attributes,
      ...(user && { simpUser: user }),
    }
  }

  #publishAfterSend(message: Message, user: Principal | null): void {
    const name = SESSION_EVENTS[message.headers.stompCommand ?? '']
    if (name === undefined) return
    // In Spring an interceptor's setUser changes the very message that the event carries.
    const carried = user ? withHeaders(message, { simpUser: user }) : message
    this.#publish({ name, message: carried, user })
  }

  #publish(event: ApplicationEvent): void {
    this.#parts.eventPublisher.publish(event)
  }

  /** O3 to O9. */
  #handleMessageToClient(message: Message): HandlerOutcome {
    if (!this.#running) return ignored('not-running')
    const holder = this.#holders.get(message.headers.simpSessionId ?? '')
    if (!holder) return ignored('unknown-session')
    const { session } = holder.decorated
    const user = holder.stomp?.user ?? session.principal
    const outgoing = stompFrameFromMessage(message, {
      userName: user?.name ?? null,
      deliveries: this.#deliveries,
      nextMessageId: this.#nextMessageId,
    })
    if (outgoing.kind === 'unsupported-version') return ignored('unsupported-version')
    if (outgoing.kind === 'unexpected-type') return ignored('wrong-type')
    if (outgoing.frame.command === 'CONNECTED') this.#afterStompSessionConnected(session, message, user)
    return this.#outcomeOf(holder, this.#sendToClient(holder, outgoing.frame, message.headers.contentType))
  }

  #afterStompSessionConnected(session: WebSocketSession, message: Message, user: Principal | null): void {
    this.#statistics.totalConnected++
    const [, incoming] = message.headers.simpHeartbeat ?? [0, 0]
    if (incoming > 0) session.disableHeartbeat()
    this.#publish({ name: 'SessionConnectedEvent', message, user })
  }

  #outcomeOf(holder: SessionHolder, result: SendResult): HandlerOutcome {
    if (result.kind !== 'limit-exceeded') return HANDLED
    // First forgotten, then closed: so the SessionDisconnectEvent comes twice (spring.md 7.2).
    this.#statistics.limitExceededSessions++
    this.#clearSession(holder.decorated.session, result.status)
    holder.decorated.close(result.status)
    return failed({
      type: 'org.springframework.web.socket.handler.SessionLimitExceededException',
      message: result.message,
    })
  }

  #sendError(holder: SessionHolder, text: string, clientMessage?: Message): void {
    const isAsked = this.#parts.errorHandler && clientMessage !== undefined
    const receipt = isAsked ? firstNativeHeader(clientMessage, 'receipt') : undefined
    this.#sendToClient(holder, errorFrame(text, receipt))
  }

  #sendToClient({ decorated }: SessionHolder, frame: StompFrame, contentType = ''): SendResult {
    const asBinary = frame.body.length > 0 && decorated.session.acceptsBinary && isOctetStream(contentType)
    const result = decorated.sendMessage(this.#parts.codec.encode(frame, asBinary ? 'binary' : 'text').message)
    if (frame.command === 'ERROR') decorated.close(CLOSE_STATUS.protocolError)
    return result
  }

  /** Spring tells of the end before it says so to the broker (spring.md 2.9). */
  #clearSession(session: WebSocketSession, status: CloseStatus): void {
    const holder = this.#holders.get(session.id)
    if (holder) this.#statistics[sessionKind(session.sockJs?.transport)]--
    this.#holders.delete(session.id)
    const user = holder?.stomp?.user ?? session.principal
    const message = createMessage(NOTHING, {
      simpMessageType: 'DISCONNECT',
      stompCommand: 'DISCONNECT',
      ...this.#sessionHeaders(session, user),
    })
    this.#publish({ name: 'SessionDisconnectEvent', message, user, sessionId: session.id, closeStatus: status })
    this.#parts.clientInboundChannel.send(message)
  }

  /** Closes sessions that never spoke; only looked at when another one begins (spring.md 7.8). */
  #closeSilentSessions(): void {
    const now = this.#parts.scheduler.now()
    if (now - this.#lastSessionCheck < this.#parts.timeToFirstMessage / 2) return
    this.#lastSessionCheck = now
    for (const { decorated, createdAt, hasHandledMessages } of [...this.#holders.values()]) {
      if (hasHandledMessages || now - createdAt < this.#parts.timeToFirstMessage) continue
      this.#statistics.noMessagesReceivedSessions++
      decorated.close(CLOSE_STATUS.sessionNotReliable)
    }
  }
}
