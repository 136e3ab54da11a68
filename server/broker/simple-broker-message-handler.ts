import type { ApplicationEventPublisher } from '../messaging/application-event.ts'
import type { ExecutorSubscribableChannel } from '../messaging/executor-subscribable-channel.ts'
import { createMessage, type Message, type MessageHeaders, type Principal } from '../messaging/message.ts'
import type { MessageChannel } from '../messaging/message-channel.ts'
import { failed, HANDLED, type HandlerOutcome, ignored, type MessageHandler } from '../messaging/message-handler.ts'
import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'
import { BrokerSession, checkHeartbeat, heartbeatInterval } from './broker-session.ts'
import type { SubscriptionRegistry } from './subscription-registry.ts'
import { unsentDisconnectChannelInterceptor } from './unsent-disconnect-channel-interceptor.ts'

export interface SimpleBrokerMessageHandlerParts {
  readonly clientInboundChannel: ExecutorSubscribableChannel
  readonly clientOutboundChannel: MessageChannel
  readonly brokerChannel: ExecutorSubscribableChannel
  readonly subscriptionRegistry: SubscriptionRegistry
  readonly destinationPrefixes: readonly string[]
  /** Only where `setUserDestinationPrefix` was called: a broker without prefixes then leaves it alone (spring.md 1.2.3). */
  readonly userDestinationPrefix: string | null
  /** Null: no `TaskScheduler`, no heart-beats (spring.md 2.10.1). */
  readonly heartbeat: readonly [outgoing: number, incoming: number] | null
  /** How the heart-beat task looks at a session; absent: `checkHeartbeat`. */
  readonly checkHeartbeat?: typeof checkHeartbeat
  /** Of its own: Spring's default one is not used for this (spring.md 10.4). */
  readonly scheduler: TaskScheduler
  readonly eventPublisher: ApplicationEventPublisher
  /** Where a new session's MESSAGEs and heart-beats go; with `preservePublishOrder` a channel of its own (spring.md 1.4.5). */
  readonly outboundFor: (session: string) => MessageChannel
}

const NOTHING = new Uint8Array()

/** Spring's broker in memory: subscriptions and fan-out, nothing else (spring.md 1.2, 2.6–2.10). */
export class SimpleBrokerMessageHandler implements MessageHandler {
  readonly name = 'simpleBrokerMessageHandler'
  readonly #parts: SimpleBrokerMessageHandlerParts
  readonly #sessions = new Map<string, BrokerSession>()
  #running = false
  #heartbeatTask: ScheduledTask | null = null

  constructor(parts: SimpleBrokerMessageHandlerParts) {
    this.#parts = parts
  }

  start(): void {
    const { clientInboundChannel, brokerChannel, eventPublisher } = this.#parts
    clientInboundChannel.subscribe(this)
    brokerChannel.subscribe(this)
    clientInboundChannel.addFirstInterceptor(unsentDisconnectChannelInterceptor(this))
    this.#running = true
    this.#planHeartbeat()
    eventPublisher.publish({ name: 'BrokerAvailabilityEvent', brokerAvailable: true })
  }

  stop(): void {
    this.#running = false
    this.#heartbeatTask?.cancel()
    this.#parts.eventPublisher.publish({ name: 'BrokerAvailabilityEvent', brokerAvailable: false })
  }

  handleMessage(message: Message): HandlerOutcome {
    if (!this.#running) return ignored('not-running')
    const { simpMessageType: type, simpSessionId: session, simpDestination: destination } = message.headers
    if (session !== undefined) this.#sessions.get(session)?.read(this.#parts.scheduler.now())
    if (!this.#takes(destination)) return ignored('destination-prefix')
    switch (type) {
      case 'MESSAGE':
        return this.#sendMessageToSubscribers(message)
      case 'CONNECT':
        return this.#connect(message)
      case 'DISCONNECT':
        return session === undefined
          ? ignored('unknown-session')
          : this.#disconnect(session, message.headers.simpUser, message)
      case 'SUBSCRIBE': {
        const registration = this.#parts.subscriptionRegistry.registerSubscription(message)
        return registration.kind === 'refused' ? ignored(registration.reason) : HANDLED
      }
      case 'UNSUBSCRIBE':
        if (message.headers.simpSubscriptionId === undefined) return ignored('no-subscription-id')
        this.#parts.subscriptionRegistry.unregisterSubscription(message)
        return HANDLED
      case 'HEARTBEAT':
        return HANDLED
      default:
        return ignored('wrong-type')
    }
  }

  /** The raw prefix, no slash added (spring.md 1.2.2); no destination passes. */
  #takes(destination: string | undefined): boolean {
    if (destination === undefined) return true
    const { destinationPrefixes, userDestinationPrefix } = this.#parts
    if (destinationPrefixes.length === 0)
      return userDestinationPrefix === null || !destination.startsWith(userDestinationPrefix)
    return destinationPrefixes.some((prefix) => destination.startsWith(prefix))
  }

  /** One message for each subscription, with the sender's headers (spring.md 2.6). */
  #sendMessageToSubscribers(message: Message): HandlerOutcome {
    if (message.headers.simpDestination === undefined) return ignored('no-destination')
    const { matches } = this.#parts.subscriptionRegistry.findSubscriptions(message)
    if (matches.length === 0) return ignored('no-subscribers')
    const now = this.#parts.scheduler.now()
    // With all its keys, so that the copies need not grow.
    const common = {
      ...message.headers,
      simpMessageType: 'MESSAGE',
      simpSessionId: '',
      simpSubscriptionId: '',
    } as const
    for (const { session, subscription } of matches) {
      const recipient = this.#sessions.get(session)
      if (!recipient) continue
      recipient.written(now)
      recipient.outbound.send(
        createMessage(message.payload, {
          ...common,
          simpSessionId: session,
          simpSubscriptionId: subscription,
        }),
      )
    }
    return HANDLED
  }

  #connect(message: Message): HandlerOutcome {
    const { simpSessionId: session, simpUser, simpHeartbeat = [0, 0] as const } = message.headers
    if (session === undefined) return ignored('unknown-session')
    if (this.#sessions.has(session)) return ignored('already-connected')
    const { heartbeat, scheduler, outboundFor } = this.#parts
    this.#sessions.set(
      session,
      new BrokerSession({
        id: session,
        user: simpUser,
        outbound: outboundFor(session),
        client: simpHeartbeat,
        server: heartbeat,
        now: scheduler.now(),
      }),
    )
    return this.#acknowledge({
      simpMessageType: 'CONNECT_ACK',
      simpSessionId: session,
      simpConnectMessage: message,
      ...(simpUser && { simpUser }),
      ...(heartbeat && { simpHeartbeat: heartbeat }),
    })
  }

  /** @param message the DISCONNECT; undefined for a client that fell silent */
  #disconnect(session: string, user: Principal | undefined, message?: Message): HandlerOutcome {
    this.#sessions.delete(session)
    this.#parts.subscriptionRegistry.unregisterAllSubscriptions(session)
    return this.#acknowledge({
      simpMessageType: 'DISCONNECT_ACK',
      simpSessionId: session,
      ...(user && { simpUser: user }),
      ...(message && { simpDisconnectMessage: message }),
    })
  }

  /** Straight to clientOutboundChannel, whatever the order of a session's messages (spring.md 1.4.5). */
  #acknowledge(headers: MessageHeaders): HandlerOutcome {
    const outcome = this.#parts.clientOutboundChannel.send(createMessage(NOTHING, headers))
    return outcome.kind === 'threw' ? failed(outcome.error) : HANDLED
  }

  /** One task for all sessions, with a fixed delay (spring.md 2.10.3). */
  #planHeartbeat(): void {
    const delay = heartbeatInterval(this.#parts.heartbeat)
    if (delay === null) return
    this.#heartbeatTask = this.#parts.scheduler.schedule(() => {
      this.#beat()
      this.#planHeartbeat()
    }, delay)
  }

  #beat(): void {
    const { scheduler, checkHeartbeat: check = checkHeartbeat } = this.#parts
    const now = scheduler.now()
    for (const session of [...this.#sessions.values()]) {
      const { client, isDueToWrite } = check(session, now)
      if (client === 'missed') this.#disconnect(session.id, session.user)
      if (isDueToWrite)
        session.outbound.send(
          createMessage(NOTHING, {
            simpMessageType: 'HEARTBEAT',
            simpSessionId: session.id,
            ...(session.user && { simpUser: session.user }),
          }),
        )
    }
  }
}
