import {
  type ChannelStation,
  type ClientTag,
  type HandlerStation,
  type IgnoredReason,
  type LabSnapshot,
  type TracedMessageHeaders,
  type TraceEvent,
  type TraceFact,
  TraceRing,
} from '#trace'
import { EXAMPLE_CONFIGURATION } from './example-configuration.ts'

/** Where a fact sits; what is left out is as in the event before, the cause included. */
interface Placing {
  readonly cause?: number | null
  readonly client?: ClientTag | null
  readonly thread?: string | null
}

/** Why a handler refuses a message, or what it does with it, and what other threads do when it is done. */
type Answer = readonly [HandlerStation, IgnoredReason | ((entered: number) => () => void)]

const NOTHING_MORE = () => {}

/** Makes logs as a lab writes them, for tests: facts in the order and with the causes of the real server. */
export class TraceBuilder {
  readonly log: TraceRing
  #at = 0
  #client: ClientTag | null = null
  #thread: string | null = null

  constructor(log: TraceRing = new TraceRing()) {
    this.log = log
  }

  get newest(): number {
    return this.log.next - 1
  }

  wait(milliseconds: number): this {
    this.#at += milliseconds
    return this
  }

  add(fact: TraceFact, placing: Placing = {}): number {
    if (placing.client !== undefined) this.#client = placing.client
    if (placing.thread !== undefined) this.#thread = placing.thread
    const seq = this.log.next
    this.#at += 0.01
    const event: TraceEvent = {
      seq,
      at: this.#at,
      cause: placing.cause === undefined ? this.newest : placing.cause,
      client: this.#client,
      session: this.#client === null ? null : `session-${this.#client}`,
      thread: this.#thread,
      ...fact,
    }
    this.log.append(event, 256)
    return seq
  }

  snapshot(snapshot: Partial<LabSnapshot> = {}): number {
    const empty = { sessions: [], subscriptions: [], users: [], faults: [], gates: [] }
    const counters = { messages: 0, steps: 0 }
    const whole: LabSnapshot = { config: EXAMPLE_CONFIGURATION, counters, ...empty, ...snapshot }
    return this.add(
      { type: 'lab.snapshot', station: 'application', snapshot: whole },
      { cause: null, client: null, thread: null },
    )
  }

  /** Handshake, CONNECT, CONNECTED. */
  connect(client: ClientTag): void {
    const requested = this.add(
      { type: 'http.requested', station: 'httpEndpoint', method: 'GET', path: `/ws?client=${client}`, ...NO_CONTENT },
      { cause: null, client, thread: 'http-nio-exec-1' },
    )
    this.add({
      type: 'handshake.decided',
      station: 'httpEndpoint',
      checks: [],
      accepted: true,
      status: 101,
      reason: null,
      subProtocol: 'v12.stomp',
      key: 'key',
      accept: 'accept',
    })
    const responded = this.add(
      { type: 'http.responded', station: 'httpEndpoint', status: 101, ...NO_CONTENT },
      { cause: requested },
    )
    this.add(
      { type: 'websocket.opened', station: 'webSocketSession', transport: 'websocket', extensions: '' },
      { cause: responded },
    )
    this.#fromClient(client, 'CONNECT', { simpMessageType: 'CONNECT' }, [
      ['simpAnnotationMethodMessageHandler', 'wrong-type'],
      ['userDestinationMessageHandler', 'wrong-type'],
      [
        'simpleBrokerMessageHandler',
        (entered) => {
          const offered = this.#offerOutbound(client, { simpMessageType: 'CONNECT_ACK' }, entered)
          return () => this.#deliver(offered, client, 'CONNECTED')
        },
      ],
    ])
  }

  subscribe(client: ClientTag, destination: string, subscription = 'sub-0'): void {
    const session = `session-${client}`
    this.#fromClient(client, 'SUBSCRIBE', { simpMessageType: 'SUBSCRIBE', simpDestination: destination }, [
      ['simpAnnotationMethodMessageHandler', 'destination-prefix'],
      ['userDestinationMessageHandler', 'not-user-destination'],
      [
        'simpleBrokerMessageHandler',
        () => {
          const station = 'simpleBrokerMessageHandler'
          this.add({ type: 'broker.subscribed', station, session, subscription, destination })
          return NOTHING_MORE
        },
      ],
    ])
  }

  /** `/app/hello` to `/topic/greetings`, as it goes through the example application. */
  sendHello(client: ClientTag, subscribers: readonly ClientTag[], body = ''): void {
    const station = 'simpAnnotationMethodMessageHandler'
    const method = { controller: 'GreetingController', method: 'greeting' }
    const answers: readonly Answer[] = [
      [
        station,
        () => {
          const converter = 'JacksonJsonMessageConverter'
          const call = { mapping: '/hello', arguments: [{ name: 'Ada' }], converter }
          this.add({ type: 'controller.invoked', station, ...method, ...call })
          const value = { content: 'Hello, Ada!' }
          const destinations = ['/topic/greetings']
          const returned = this.add({ type: 'controller.returned', station, ...method, value, destinations })
          return this.#publish(returned, '/topic/greetings', subscribers)
        },
      ],
      ['userDestinationMessageHandler', 'not-user-destination'],
      ['simpleBrokerMessageHandler', 'destination-prefix'],
    ]
    this.#fromClient(client, 'SEND', { simpMessageType: 'MESSAGE', simpDestination: '/app/hello' }, answers, body)
  }

  /** From outside STOMP: the feed's `publish` command. */
  publish(destination: string, subscribers: readonly ClientTag[]): void {
    const commanded = this.add(
      { type: 'publish.commanded', station: 'application', destination, user: null, body: 'hello' },
      { cause: null, client: null, thread: null },
    )
    this.#publish(commanded, destination, subscribers)()
  }

  /** A heart-beat of the broker to a client. */
  beat(client: ClientTag): void {
    this.add(
      { type: 'timer.fired', station: 'scheduler', name: 'heartbeat', due: this.#at },
      { cause: null, client: null, thread: 'heartbeat-1' },
    )
    this.add(
      {
        type: 'heartbeat.sent',
        station: 'simpleBrokerMessageHandler',
        layer: 'stomp',
        direction: 'to-client',
        deadline: null,
      },
      { client },
    )
  }

  close(client: ClientTag, code = 1000): void {
    this.add(
      { type: 'websocket.closed', station: 'webSocketSession', code, reason: '', clean: true, by: 'client' },
      { cause: null, client, thread: 'http-nio-exec-1' },
    )
    this.add({
      type: 'event.published',
      station: 'application',
      event: 'SessionDisconnectEvent',
      message: null,
      user: null,
      closeStatus: { code, reason: null },
    })
  }

  /** @returns what the outbound threads do afterwards */
  #publish(cause: number, destination: string, subscribers: readonly ClientTag[]): () => void {
    const station = 'simpleBrokerMessageHandler'
    const headers = { simpMessageType: 'MESSAGE', simpDestination: destination }
    const sender = this.#client
    const sent = this.#sent('brokerChannel', headers, cause)
    const [toBroker = sent] = this.#offer(sent, 'brokerChannel', [station])
    const entered = this.#enter(toBroker, station, 'brokerChannel', this.#thread)
    const matches = subscribers.map((tag) => ({
      session: `session-${tag}`,
      subscription: 'sub-0',
      pattern: destination,
    }))
    this.add({ type: 'broker.matched', station, destination, matches, examined: subscribers.length })
    const offers = subscribers.map((tag) => ({ tag, offered: this.#offerOutbound(tag, headers, entered) }))
    this.#client = sender
    const outcome = subscribers.length === 0 ? 'no-subscribers' : null
    this.#leave(entered, station, 'brokerChannel', outcome)
    return () => {
      const frames = offers.map(({ tag, offered }) => ({ tag, encoded: this.#deliver(offered, tag, 'MESSAGE') }))
      for (const { tag, encoded } of frames) {
        const report = { report: 'callback-called', subscription: 'sub-0', messageId: `${encoded}` } as const
        this.add(
          { type: 'client.reported', station: 'client', ...report },
          { cause: encoded, client: tag, thread: null },
        )
      }
    }
  }

  /** From the octets of a frame to what its handlers do with it. */
  #fromClient(
    client: ClientTag,
    command: string,
    headers: TracedMessageHeaders,
    answers: readonly Answer[],
    body = '',
  ): void {
    this.add(
      { type: 'websocket.frame-received', station: 'webSocketSession', opcode: 'text', length: 98 },
      { cause: null, client, thread: 'http-nio-exec-1' },
    )
    const decoded = this.add({
      type: 'stomp.frame-decoded',
      station: 'stompSubProtocolHandler',
      frame: frame(command, body),
    })
    const channel = 'clientInboundChannel'
    const sent = this.#sent(channel, { ...headers, stompCommand: command }, decoded)
    const handlers = answers.map(([handler]) => handler)
    const offers = this.#offer(sent, channel, handlers)
    const afterwards = answers.map(([handler, answer], index) => {
      this.#client = client
      const entered = this.#enter(offers[index] ?? sent, handler, channel, `${channel}-${index + 1}`)
      const refused = typeof answer === 'string'
      const more = refused ? undefined : answer(entered)
      this.#leave(entered, handler, channel, refused ? answer : null)
      return more
    })
    for (const more of afterwards) more?.()
  }

  #sent(channel: ChannelStation, headers: TracedMessageHeaders, cause: number): number {
    const message = { payload: { text: '' }, length: 0, headers }
    return this.add({ type: 'channel.sent', station: channel, message }, { cause })
  }

  #offer(sent: number, channel: ChannelStation, handlers: readonly HandlerStation[]): readonly number[] {
    return handlers.map((handler, index) =>
      this.add({ type: 'handler.offered', station: channel, handler, index, queueLength: 0 }, { cause: sent }),
    )
  }

  #offerOutbound(client: ClientTag, headers: TracedMessageHeaders, cause: number): number {
    this.#client = client
    const sent = this.#sent('clientOutboundChannel', headers, cause)
    return this.#offer(sent, 'clientOutboundChannel', ['stompSubProtocolHandler'])[0] ?? sent
  }

  /** @returns `seq` of the encoded frame */
  #deliver(offered: number, client: ClientTag, command: string): number {
    this.#client = client
    const thread = 'clientOutboundChannel-1'
    const entered = this.#enter(offered, 'stompSubProtocolHandler', 'clientOutboundChannel', thread)
    const encoded = this.add({ type: 'stomp.frame-encoded', station: 'stompSubProtocolHandler', frame: frame(command) })
    this.add({ type: 'websocket.frame-sent', station: 'webSocketSession', opcode: 'text', length: 128 })
    this.add({ type: 'outbound.written', station: 'webSocketSession', bytes: 128, bufferSize: 0, timeInSend: 0 })
    this.#leave(entered, 'stompSubProtocolHandler', 'clientOutboundChannel', null)
    return encoded
  }

  #enter(offered: number, handler: HandlerStation, channel: ChannelStation, thread: string | null): number {
    return this.add({ type: 'handler.entered', station: handler, channel }, { cause: offered, thread })
  }

  #leave(entered: number, handler: HandlerStation, channel: ChannelStation, reason: IgnoredReason | null): number {
    const outcome = reason === null ? ({ kind: 'handled' } as const) : ({ kind: 'ignored', reason } as const)
    return this.add({ type: 'handler.left', station: handler, channel, outcome }, { cause: entered })
  }
}

const NO_CONTENT = { headers: [], body: { text: '' } } as const

function frame(command: string, body = '') {
  const headers =
    command === 'CONNECTED'
      ? ([
          ['version', '1.2'],
          ['heart-beat', '10000,10000'],
          ['user-name', 'ada'],
        ] as const)
      : []
  return { command, headers, body: { text: body }, bodyLength: body.length, length: 92, spans: [] }
}
