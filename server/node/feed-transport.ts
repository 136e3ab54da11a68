import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Lab } from '../lab/lab.ts'
import { LabFeed } from '../lab/lab-feed.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { refuseUpgrade } from './http-transport.ts'

/** trace.md, Who may speak. */
const FEEDS_A_LAB = 20
/** Above what a command may have, so that a larger one is answered and not cut off. */
const MAX_PAYLOAD = 8 * 1024 * 1024

const FULL = new TextEncoder().encode(`This lab already has ${FEEDS_A_LAB} pages.`)

/** The feeds of a lab over WebSockets; exempt from faults, and no part of the picture. */
export class FeedTransport {
  readonly #lab: Lab
  readonly #scheduler: TaskScheduler
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_PAYLOAD })

  constructor(lab: Lab, scheduler: TaskScheduler) {
    this.#lab = lab
    this.#scheduler = scheduler
  }

  accept(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#server.clients.size >= FEEDS_A_LAB) {
      refuseUpgrade(incoming, socket, { status: 503, headers: [['Content-Type', 'text/plain']], body: FULL })
      return
    }
    this.#server.handleUpgrade(incoming, socket, head, (webSocket) => this.#open(webSocket))
  }

  close(): void {
    for (const webSocket of this.#server.clients) webSocket.close(1012)
    this.#server.close()
  }

  #open(webSocket: WebSocket): void {
    const connection = {
      get bufferedAmount() {
        return webSocket.bufferedAmount
      },
      send: (text: string) => webSocket.send(text),
    }
    const feed = new LabFeed(this.#lab, connection, this.#scheduler)
    webSocket.on('message', (data) => feed.onMessage(String(data)))
    // `close` follows; without a listener the process would end.
    webSocket.on('error', () => undefined)
    webSocket.on('close', () => feed.onClose())
  }
}
