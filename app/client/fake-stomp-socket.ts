import type { IStompSocket } from '@stomp/stompjs'

const CONNECTING = 0
const OPEN = 1
const CLOSED = 3

/** The browser's end of a connection whose other end is the test. */
export class FakeStompSocket implements IStompSocket {
  readonly url = 'ws://test/ws'
  readonly sent: string[] = []
  binaryType = ''
  readyState: number = CONNECTING
  onopen: IStompSocket['onopen'] = null
  onmessage: IStompSocket['onmessage'] = null
  onclose: IStompSocket['onclose'] = null
  onerror: IStompSocket['onerror'] = null

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    this.sent.push(String(data))
  }

  close(): void {
    this.end(1000, '')
  }

  open(): void {
    this.readyState = OPEN
    this.onopen?.()
  }

  /** A text message of the server. */
  receive(text: string): void {
    this.onmessage?.({ data: text })
  }

  end(code: number, reason: string): void {
    this.readyState = CLOSED
    this.onclose?.({ code, reason, wasClean: code !== 1006 })
  }
}
