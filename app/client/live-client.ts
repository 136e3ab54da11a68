import { Client, type IFrame, type IMessage, type StompHeaders } from '@stomp/stompjs'
import type { ClientReport, ClientTag } from '#trace'
import { ClientFrameLog } from './client-frame-log.ts'
import type { OpenClientSocket } from './client-socket.ts'
import { type ClientTransport, clientTransport, type TransportName } from './client-transport.ts'
import type { LiveClientState, LiveClientTrouble, LiveSubscription } from './live-client-state.ts'
import { TappedSocket } from './tapped-socket.ts'

export interface LiveClientPorts {
  readonly openSocket: OpenClientSocket
  /** Tells the lab what only the client can know. */
  readonly report: (client: ClientTag, report: ClientReport) => void
  /** The lab's clock, milliseconds. */
  readonly now: () => number
}

export interface ConnectOptions {
  readonly transport: TransportName
  /** Of CONNECT; null sends no `Authorization`. */
  readonly authorization: string | null
  /** Milliseconds until stompjs tries again after a loss; 0: it does not. */
  readonly reconnectDelay: number
  /** Milliseconds; absent: stompjs's own. */
  readonly heartBeat?: readonly [outgoing: number, incoming: number]
}

/** What a subscription may have beside its destination. */
export interface SubscribeOptions {
  /** Absent: `sub-0`, `sub-1`, … */
  readonly id?: string | undefined
  readonly headers?: StompHeaders | undefined
}

/** stompjs's own default. */
export const RECONNECT_DELAY = 5000

/** stompjs's own default, milliseconds. */
export const HEART_BEAT = [10_000, 10_000] as const

/** `readyState` of a WebSocket, and of sockjs-client's. */
const OPEN = 1

const NO_SUBSCRIPTIONS: readonly LiveSubscription[] = []

/**
 * One real STOMP client of this page: `@stomp/stompjs` over a socket of the browser. After a loss it subscribes again to
 * what it had, as an application does in `onConnect`.
 */
export class LiveClient {
  readonly frames: ClientFrameLog
  readonly #ports: LiveClientPorts
  readonly #listeners = new Set<() => void>()
  #stomp: Client | null = null
  #socket: TappedSocket | null = null
  #subscriptions: readonly LiveSubscription[] = []
  #nextSubscription = 0
  #leaving = false
  #reconnects = false
  /** The connection of now got an ERROR, which says more than its end. */
  #refused = false
  #state: LiveClientState

  constructor(tag: ClientTag, ports: LiveClientPorts) {
    this.#ports = ports
    this.frames = new ClientFrameLog(ports.now)
    this.#state = {
      tag,
      status: 'idle',
      openTransport: null,
      stompVersion: null,
      reconnectAt: null,
      subscriptions: NO_SUBSCRIPTIONS,
      trouble: null,
    }
  }

  get state(): LiveClientState {
    return this.#state
  }

  get tag(): ClientTag {
    return this.#state.tag
  }

  get active(): boolean {
    return this.#stomp !== null
  }

  /** Whether it comes back by itself after a loss of the connection of now. */
  get reconnects(): boolean {
    return this.active && this.#reconnects
  }

  /** Number of the connection that is there or being made; else of the one that will come. */
  get connection(): number {
    const { status, reconnectAt } = this.#state
    const atWork = this.active && !(status === 'reconnecting' && reconnectAt !== null)
    return atWork ? this.frames.connection : this.frames.connection + 1
  }

  subscribeToState(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Only a client without a connection can take another letter: the lab knows a connection by it. */
  renameTo(tag: ClientTag): void {
    if (!this.active && tag !== this.tag) this.#change({ tag })
  }

  connect(options: ConnectOptions): void {
    if (this.active) return
    const transport = clientTransport(options.transport)
    const [heartbeatOutgoing, heartbeatIncoming] = options.heartBeat ?? HEART_BEAT
    const stomp = new Client({
      heartbeatOutgoing,
      heartbeatIncoming,
      connectHeaders: options.authorization === null ? {} : { Authorization: options.authorization },
      reconnectDelay: options.reconnectDelay,
      webSocketFactory: () => this.#open(transport),
      onConnect: (frame) => this.#connected(frame),
      onStompError: (frame) => {
        this.#refused = true
        this.#change({ trouble: { kind: 'stomp-error', message: frame.headers.message ?? frame.body } })
      },
      onHeartbeatLost: () => this.#report({ report: 'heart-beat-lost' }),
      onWebSocketClose: (event: CloseEvent) => this.#closed(event, options.reconnectDelay),
      onUnhandledMessage: (message) =>
        this.#report({ report: 'unhandled', what: `MESSAGE ${subscriptionOf(message)}` }),
      onUnhandledReceipt: (frame) => this.#report({ report: 'unhandled', what: frame.command }),
      onUnhandledFrame: (frame) => this.#report({ report: 'unhandled', what: frame.command }),
    })
    this.#stomp = stomp
    this.#leaving = false
    this.#reconnects = options.reconnectDelay > 0
    this.#subscriptions = NO_SUBSCRIPTIONS
    this.#nextSubscription = 0
    this.#change({ status: 'connecting', trouble: null })
    stomp.activate()
  }

  /** Sends DISCONNECT and waits for its receipt; called once more it waits no longer. */
  disconnect(): void {
    const stomp = this.#stomp
    if (stomp === null) return
    const force = this.#leaving
    this.#leaving = true
    void stomp.deactivate({ force }).then(() => this.#left(stomp))
  }

  subscribe(destination: string, { id, headers }: SubscribeOptions = {}): void {
    if (this.#state.status !== 'connected') return
    const subscription = { id: id ?? `sub-${this.#nextSubscription}`, destination, ...(headers && { headers }) }
    this.#nextSubscription += 1
    this.#subscriptions = [...this.#subscriptions, subscription]
    this.#listen(subscription)
    this.#change({ subscriptions: this.#subscriptions })
  }

  unsubscribe(id: string): void {
    if (this.#state.status !== 'connected') return
    this.#subscriptions = this.#subscriptions.filter((subscription) => subscription.id !== id)
    this.#stomp?.unsubscribe(id)
    this.#change({ subscriptions: this.#subscriptions })
  }

  /** @returns whether there is a connection to send it through */
  send(destination: string, body: string, headers: StompHeaders): boolean {
    if (!this.#carries) return false
    this.#stomp?.publish({ destination, body, headers })
    return true
  }

  /** Sends a text past stompjs, whatever it is. @returns whether there is a connection to send it through */
  sendAsItStands(text: string): boolean {
    if (!this.#carries) return false
    this.#socket?.send(text)
    return true
  }

  /** What a socket gets while it closes is lost, and nobody hears of its end before it has closed. */
  get #carries(): boolean {
    return this.#state.status === 'connected' && this.#socket?.readyState === OPEN
  }

  #open(transport: ClientTransport): TappedSocket {
    this.#report({ report: 'connecting', transport: transport.name })
    this.#refused = false
    this.#change({ reconnectAt: null })
    this.frames.beginConnection()
    let carrier: string = transport.name
    const socket = this.#ports.openSocket(transport, this.tag, {
      tried: (name, deadline, roundTrip) => {
        carrier = name
        this.#report({
          report: 'transport-tried',
          transport: name,
          deadline,
          ...(roundTrip !== undefined && { roundTrip }),
        })
      },
      failed: (name, reason) => this.#report({ report: 'transport-failed', transport: name, reason }),
    })
    this.#socket = new TappedSocket(socket, {
      opened: () => {
        this.#report({ report: 'transport-opened', transport: carrier })
        this.#change({ openTransport: carrier })
      },
      sent: (text) => this.frames.record('to-server', text),
      received: (text) => this.frames.record('to-client', text),
    })
    return this.#socket
  }

  #connected(frame: IFrame): void {
    const version = frame.headers.version ?? '1.0'
    this.#report({ report: 'stomp-connected', version })
    for (const subscription of this.#subscriptions) this.#listen(subscription)
    this.#change({ status: 'connected', stompVersion: version, subscriptions: this.#subscriptions, trouble: null })
  }

  #listen({ id, destination, headers }: LiveSubscription): void {
    this.#stomp?.subscribe(
      destination,
      (message) =>
        this.#report({ report: 'callback-called', subscription: id, messageId: message.headers['message-id'] ?? '' }),
      { id, ...headers },
    )
  }

  #closed(event: CloseEvent, delay: number): void {
    const { code, reason, wasClean } = event
    const again = !this.#leaving && delay > 0
    this.#report({ report: 'closed', code, reason, wasClean })
    if (again) this.#report({ report: 'reconnecting', delay })
    const ended: LiveClientTrouble = { kind: 'socket-closed', code, reason }
    const trouble = this.#leaving ? null : this.#refused ? this.#state.trouble : ended
    const gone = { openTransport: null, stompVersion: null, subscriptions: NO_SUBSCRIPTIONS, trouble }
    if (again) this.#change({ ...gone, status: 'reconnecting', reconnectAt: this.#ports.now() + delay })
    else this.#rest(gone)
  }

  /** For a client that was waiting to reconnect, no socket is there to say that it is over. */
  #left(stomp: Client): void {
    if (this.#stomp === stomp) this.#rest({})
  }

  #rest(change: Partial<LiveClientState>): void {
    // Without this stompjs would stay active after a loss and refuse to be forgotten.
    if (!this.#leaving) void this.#stomp?.deactivate()
    this.#stomp = null
    this.#change({ ...change, status: 'closed', reconnectAt: null, subscriptions: NO_SUBSCRIPTIONS })
  }

  #report(report: ClientReport): void {
    this.#ports.report(this.tag, report)
  }

  #change(change: Partial<LiveClientState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function subscriptionOf(message: IMessage): string {
  return message.headers.subscription ?? ''
}
