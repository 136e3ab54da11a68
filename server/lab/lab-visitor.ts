import type { HttpHeaders, HttpResponse } from '../http/http-exchange.ts'
import { RecordedConnection } from '../websocket/recorded-connection.ts'
import type { WebSocketListener } from '../websocket/websocket-connection.ts'
import type { Lab } from './lab.ts'

const UPGRADE: HttpHeaders = [
  ['Host', 'localhost'],
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
]

/** A client of a lab in memory, whose network is as slow as a test wants. In texts `^@` stands for NUL. */
export class LabVisitor {
  readonly connection: RecordedConnection = new RecordedConnection()
  #listener: WebSocketListener | null = null
  #refusal: HttpResponse | null = null

  /** @param target path and query of an endpoint */
  constructor(lab: Lab, target = '/ws') {
    const [path = '', query = ''] = target.split('?')
    lab.handle({
      request: { method: 'GET', path, query, headers: UPGRADE, body: new Uint8Array() },
      respond: (response) => {
        this.#refusal = response
      },
      stream: () => {
        throw new Error('a WebSocket handshake is not answered piece by piece')
      },
      upgrade: (_headers, listen) => {
        this.#listener = listen(this.connection)
      },
    })
  }

  /** How the server answered instead of opening a WebSocket. */
  get refusal(): HttpResponse | null {
    return this.#refusal
  }

  get got(): readonly string[] {
    return this.connection.texts.map((text) => text.replaceAll('\0', '^@'))
  }

  /** Bodies of the MESSAGE frames. */
  get bodies(): readonly string[] {
    return this.got.flatMap((text) => /^MESSAGE\n.*?\n\n(.*)\^@$/s.exec(text)?.[1] ?? [])
  }

  /** The code with which the server closed; null: it has not. */
  get closedWith(): number | null {
    return this.connection.closes[0]?.code ?? null
  }

  /** @param heartbeat as in the header, `cx,cy` */
  connect(heartbeat = '0,0', user?: string): void {
    const token = user === undefined ? '' : `\nAuthorization:Bearer ${user}`
    this.send(`CONNECT\naccept-version:1.2\nheart-beat:${heartbeat}${token}\n\n^@`)
  }

  subscribe(destination: string, id = 'sub-0'): void {
    this.send(`SUBSCRIBE\nid:${id}\ndestination:${destination}\n\n^@`)
  }

  publish(destination: string, body: string): void {
    this.send(`SEND\ndestination:${destination}\n\n${body}^@`)
  }

  send(text: string): void {
    this.#listener?.onMessage({ kind: 'text', text: text.replaceAll('^@', '\0') })
  }

  /** Its end of the closing handshake. */
  close(code = 1000): void {
    this.#listener?.onClose(code, '')
  }

  /** A TCP reset. */
  reset(): void {
    this.#listener?.onClose(1006, '')
  }
}
