import type { ClientTag } from '#trace'
import type { RawMessage } from './raw-message.ts'

export interface RawClientPorts {
  /** @param path of the lab, as `/ws` */
  readonly openSocket: (path: string, tag: ClientTag, protocols: readonly string[]) => WebSocket
  /** A letter for the picture that no other client has; null: the lab did not answer. */
  readonly claimLetter: () => Promise<ClientTag | null>
  /** The lab's clock, milliseconds. */
  readonly now: () => number
  /** One past the newest event of the trace. */
  readonly next: () => number
}

export type RawClientStatus = 'closed' | 'connecting' | 'open'

export interface RawClientState {
  readonly status: RawClientStatus
  /** What the lab calls it; null before the first connection. */
  readonly tag: ClientTag | null
  /** The sub-protocol that the server chose; empty: none. */
  readonly protocol: string
  /** How the last connection ended. */
  readonly ended: { readonly code: number; readonly reason: string; readonly wasOpen: boolean } | null
  /** Newest last. */
  readonly messages: readonly RawMessage[]
  /** Counts connections, from 1; 0: there was none. */
  readonly connection: number
  /** Where in the trace this connection began. */
  readonly since: number
}

/** Messages that are kept. */
const LIMIT = 200

/** A WebSocket of this page without any STOMP library: what is written goes out as it stands. */
export class RawClient {
  readonly #ports: RawClientPorts
  readonly #listeners = new Set<() => void>()
  readonly #encoder = new TextEncoder()
  #socket: WebSocket | null = null
  #sent = 0
  #received = 0
  #state: RawClientState = {
    status: 'closed',
    tag: null,
    protocol: '',
    ended: null,
    messages: [],
    connection: 0,
    since: 0,
  }

  constructor(ports: RawClientPorts) {
    this.#ports = ports
  }

  get state(): RawClientState {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens a socket in place of the one that may be there. */
  async open(path: string, protocols: readonly string[]): Promise<void> {
    await this.#leave()
    this.#change({ status: 'connecting', ended: null, protocol: '' })
    const tag = this.#state.tag ?? (await this.#ports.claimLetter())
    if (tag === null) return this.#change({ status: 'closed' })
    const connection = this.#state.connection + 1
    this.#change({ tag, connection, since: this.#ports.next() })
    this.#sent = 0
    this.#received = 0
    try {
      this.#listen(this.#ports.openSocket(path, tag, protocols))
    } catch {
      // Browsers throw for a sub-protocol that is no token (RFC 6455 §4.1).
      this.#change({ status: 'closed', ended: { code: 1006, reason: '', wasOpen: false } })
    }
  }

  /** One WebSocket message of the type text. */
  write(text: string): void {
    this.#send(text, text, this.#encoder.encode(text).length)
  }

  /** One WebSocket message of the type binary. */
  writeOctets(octets: Uint8Array<ArrayBuffer>): void {
    this.#send(octets, String.fromCharCode(...octets), octets.length)
  }

  #send(data: string | Uint8Array<ArrayBuffer>, text: string, octets: number): void {
    if (this.#state.status !== 'open') return
    this.#socket?.send(data)
    this.#record('to-server', this.#sent, text, octets)
    this.#sent += 1
  }

  close(code?: number, reason?: string): void {
    this.#socket?.close(code, reason)
  }

  /** The letter is free again when the old socket has ended. */
  async #leave(): Promise<void> {
    const socket = this.#socket
    if (socket === null) return
    await new Promise<unknown>((resolve) => {
      socket.addEventListener('close', resolve)
      socket.close()
    })
  }

  #listen(socket: WebSocket): void {
    this.#socket = socket
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => this.#change({ status: 'open', protocol: socket.protocol })
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data)
    socket.onclose = ({ code, reason }) => {
      if (this.#socket !== socket) return
      this.#socket = null
      this.#change({ status: 'closed', ended: { code, reason, wasOpen: this.#state.status === 'open' } })
    }
  }

  #receive(data: unknown): void {
    const octets = data instanceof ArrayBuffer ? new Uint8Array(data) : null
    const text = octets === null ? String(data) : String.fromCharCode(...octets)
    this.#record('to-client', this.#received, text, octets?.length ?? this.#encoder.encode(text).length)
    this.#received += 1
  }

  #record(direction: RawMessage['direction'], number: number, text: string, octets: number): void {
    const { connection, messages } = this.#state
    const message = { number, connection, direction, at: this.#ports.now(), text, octets }
    this.#change({ messages: [...messages, message].slice(-LIMIT) })
  }

  #change(change: Partial<RawClientState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
