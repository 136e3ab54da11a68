import type { IStompSocket } from '@stomp/stompjs'

/** What a client's socket carried, as the client itself saw it. */
export interface SocketTap {
  opened(): void
  sent(text: string): void
  received(text: string): void
}

/** The same socket, with somebody listening: stompjs neither sees nor feels it. */
export class TappedSocket implements IStompSocket {
  readonly #socket: IStompSocket
  readonly #tap: SocketTap
  onopen: IStompSocket['onopen'] = null
  onmessage: IStompSocket['onmessage'] = null
  onclose: IStompSocket['onclose'] = null
  onerror: IStompSocket['onerror'] = null

  constructor(socket: IStompSocket, tap: SocketTap) {
    this.#socket = socket
    this.#tap = tap
    socket.onopen = (event) => {
      tap.opened()
      this.onopen?.(event)
    }
    socket.onmessage = (event) => {
      tap.received(asText(event.data))
      this.onmessage?.(event)
    }
    socket.onclose = (event) => this.onclose?.(event)
    socket.onerror = (event) => this.onerror?.(event)
  }

  get url(): string {
    return this.#socket.url
  }

  get readyState(): number {
    return this.#socket.readyState
  }

  get binaryType(): string {
    return this.#socket.binaryType ?? ''
  }

  set binaryType(type: string) {
    this.#socket.binaryType = type
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    this.#tap.sent(asText(data))
    this.#socket.send(data)
  }

  close(): void {
    this.#socket.close()
  }
}

function asText(data: unknown): string {
  if (typeof data === 'string') return data
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return new TextDecoder().decode(data)
  return ''
}
