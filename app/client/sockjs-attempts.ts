/** What becomes of the transports that sockjs-client tries, one after another. */
export interface TransportAttempts {
  /**
   * @param deadline milliseconds that the library gives it; null: it has none
   * @param roundTrip of `/info`, milliseconds; absent: there was none
   */
  tried(transport: string, deadline: number | null, roundTrip?: number): void
  failed(transport: string, reason: string): void
}

/** The parts of sockjs-client 1.6.1 (lib/main.js) that know; it has no public event for them. */
interface SockJsInside {
  _connect(): void
  _transportClose(code: number, reason: string): void
  /** Undefined before the first, null after each. */
  readonly _transport:
    | { readonly transportName: string; readonly constructor: { readonly roundTrips?: number } }
    | null
    | undefined
  readonly _timeout: number
  readonly _rto: number
  readonly readyState: number
}

/** sockjs-client's deadline when a transport does not say how many round trips it needs. */
const DEFAULT_DEADLINE = 5000
const CONNECTING = 0

/** Must be called before the socket's first turn of the event loop is over: `/info` is then still on its way. */
export function watchAttempts(socket: object, attempts: TransportAttempts): void {
  if (!hasInside(socket)) return
  const connect = socket._connect
  const transportClose = socket._transportClose
  socket._connect = () => {
    connect.call(socket)
    const transport = socket._transport
    if (transport) {
      attempts.tried(transport.transportName, deadlineOf(socket, transport), roundTripOf(socket._rto))
    }
  }
  socket._transportClose = (code, reason) => {
    const transport = socket._transport
    if (transport && socket.readyState === CONNECTING) {
      attempts.failed(transport.transportName, `${code} ${reason}`)
    }
    transportClose.call(socket, code, reason)
  }
}

/** `max(timeout, rto × roundTrips)`, as sockjs-client reckons it. */
function deadlineOf(socket: SockJsInside, transport: NonNullable<SockJsInside['_transport']>): number {
  return Math.max(socket._timeout, socket._rto * (transport.constructor.roundTrips ?? 0) || DEFAULT_DEADLINE)
}

/** `rto` is 300 ms more than a round trip of up to 100 ms, and four times a longer one (sockjs.md 12). */
function roundTripOf(rto: number): number {
  return rto <= 400 ? rto - 300 : rto / 4
}

function hasInside(socket: object): socket is SockJsInside {
  return '_connect' in socket && '_transportClose' in socket
}
