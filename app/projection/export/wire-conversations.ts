import type { EventLog, HeaderList, TraceEvent, TraceEventOf } from '#trace'
import { causingRequest } from '../causing-request.ts'
import { httpOctets, octetsOfPayload, tapped } from '../layers/wire-octets.ts'
import type { Delivery, TcpConversation, TcpEnd } from './tcp-conversation.ts'

/** Ephemeral ports (RFC 6335 §6). */
const PORTS = { first: 49_152, count: 16_384 }
/** Last parts of clients' addresses: the server has the first. */
const HOSTS = { first: 2, count: 253 }

interface OpenConversation {
  readonly client: string
  readonly deliveries: Delivery[]
  readonly sessions: Set<string>
  end: TcpEnd | null
  isWebSocket: boolean
  passes: boolean
}

/**
 * The TCP connections of a log, each whole if anything of its session passes. A request has a connection of its own,
 * and keeps it when it becomes a WebSocket: which requests shared one is not told.
 */
export const wireConversations = (log: EventLog, passes: (seq: number) => boolean): readonly TcpConversation[] => {
  const reading = new ConversationReading(log)
  const passing = new Set<string>()
  for (let seq = log.first; seq < log.next; seq++) {
    const event = log.at(seq)
    if (event === undefined) continue
    const conversation = reading.read(event)
    if (!passes(seq)) continue
    if (conversation !== null) conversation.passes = true
    if (event.session !== null) passing.add(event.session)
  }
  const clients = [...new Set(reading.conversations.map(({ client }) => client))].toSorted()
  return reading.conversations.flatMap(({ client, deliveries, sessions, end, passes: own }, index) => {
    if (!own && ![...sessions].some((session) => passing.has(session))) return []
    const host = HOSTS.first + (clients.indexOf(client) % HOSTS.count)
    return [{ host, port: PORTS.first + (index % PORTS.count), deliveries, end }]
  })
}

class ConversationReading {
  readonly conversations: OpenConversation[] = []
  readonly #log: EventLog
  /** By `seq` of the request. */
  readonly #byRequest = new Map<number, OpenConversation>()
  /** WebSockets, by session. */
  readonly #bySession = new Map<string, OpenConversation>()
  /** Requests that are answered in pieces. */
  readonly #chunked: ReadonlySet<number>

  constructor(log: EventLog) {
    this.#log = log
    this.#chunked = chunkedRequests(log)
  }

  /** @returns the conversation that the event belongs to */
  read(event: TraceEvent): OpenConversation | null {
    const conversation = this.#conversationOf(event)
    if (conversation === null) return null
    if (event.session !== null) conversation.sessions.add(event.session)
    const deliver = (toServer: boolean, octets: Uint8Array, length = octets.length): void => {
      conversation.deliveries.push({ at: event.at, toServer, octets, length })
    }
    switch (event.type) {
      case 'http.requested':
        deliver(true, httpOctets(withLength(event)).octets)
        break
      case 'http.responded':
        deliver(false, httpOctets(this.#isChunked(event) ? withHeader(event, CHUNKED) : withLength(event)).octets)
        break
      case 'http.chunk-sent':
        deliver(false, httpOctets(event).octets)
        break
      case 'http.ended': {
        if (conversation.isWebSocket) break
        const aborted = event.aborted === true
        if (this.#chunked.has(event.request) && !aborted) deliver(false, LAST_CHUNK)
        conversation.end = { at: event.at, toServer: aborted, reset: aborted }
        break
      }
      case 'websocket.opened':
        conversation.isWebSocket = true
        break
      case 'websocket.frame-received':
      case 'websocket.frame-sent': {
        const frame = tapped(event)
        if (frame === null) break
        deliver(event.type === 'websocket.frame-received', frame.octets, headLength(event) + event.length)
        break
      }
      case 'websocket.closed':
        conversation.end = { at: event.at, toServer: event.by === 'client', reset: event.by === 'network' }
        break
    }
    return conversation
  }

  #conversationOf(event: TraceEvent): OpenConversation | null {
    switch (event.type) {
      case 'http.requested':
        return this.#begin(event, this.#byRequest, event.seq)
      case 'http.responded':
        return this.#byRequest.get(causingRequest(this.#log, event)?.seq ?? -1) ?? null
      case 'http.chunk-sent':
      case 'http.ended':
        return this.#byRequest.get(event.request) ?? null
      case 'websocket.opened': {
        const conversation = this.#byRequest.get(causingRequest(this.#log, event)?.seq ?? -1) ?? null
        if (event.session === null || conversation === null || !WEBSOCKETS.has(event.transport)) return null
        this.#bySession.set(event.session, conversation)
        return conversation
      }
      case 'websocket.frame-received':
      case 'websocket.frame-sent':
        if (event.session === null) return null
        // Its handshake may be older than the log.
        return this.#bySession.get(event.session) ?? this.#begin(event, this.#bySession, event.session)
      case 'websocket.closed':
        return this.#bySession.get(event.session ?? '') ?? null
      default:
        return null
    }
  }

  #begin<K>(event: TraceEvent, conversations: Map<K, OpenConversation>, key: K): OpenConversation {
    const client = event.client ?? ''
    const isWebSocket = event.type !== 'http.requested'
    const begun = { client, deliveries: [], sessions: new Set<string>(), end: null, isWebSocket, passes: false }
    conversations.set(key, begun)
    this.conversations.push(begun)
    return begun
  }

  #isChunked(event: TraceEvent): boolean {
    return this.#chunked.has(causingRequest(this.#log, event)?.seq ?? -1)
  }
}

/** Of `websocket.opened`; SockJS's other transports open a session over HTTP. */
const WEBSOCKETS: ReadonlySet<string> = new Set(['websocket', 'sockjs-websocket'])

const chunkedRequests = (log: EventLog): ReadonlySet<number> => {
  const requests = new Set<number>()
  for (let seq = log.first; seq < log.next; seq++) {
    const event = log.at(seq)
    if (event?.type === 'http.chunk-sent') requests.add(event.request)
  }
  return requests
}

/** RFC 9112 §7.1 */
const CHUNKED = ['Transfer-Encoding', 'chunked'] as const
const LAST_CHUNK = new TextEncoder().encode('0\r\n\r\n')

type HttpHead = TraceEventOf<'http.requested' | 'http.responded'>

/** What HTTP adds to what the server was told to say (RFC 9112 §6). */
const withLength = (event: HttpHead): HttpHead => {
  if (event.type === 'http.responded' && (event.status < 200 || event.status === 204 || event.status === 304))
    return event
  const { length } = octetsOfPayload(event.body)
  return length === 0 && event.type === 'http.requested' ? event : withHeader(event, ['Content-Length', String(length)])
}

const withHeader = (event: HttpHead, header: HeaderList[number]): HttpHead => {
  const framed = event.headers.some(([name]) => FRAMING.has(name.toLowerCase()))
  return framed ? event : { ...event, headers: [...event.headers, header] }
}

const FRAMING: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding'])

/** Octets before the payload (RFC 6455 §5.2). */
const headLength = ({ length, frame }: TraceEventOf<'websocket.frame-received' | 'websocket.frame-sent'>): number =>
  2 + (length < 126 ? 0 : length < 65_536 ? 2 : 8) + (frame?.mask ? 4 : 0)
