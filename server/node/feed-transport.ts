import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { LabEntrance } from '../lab/lab-entrance.ts'
import type { LabRegistry } from '../lab/lab-registry.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { refuseUpgrade } from './http-transport.ts'

/** Above what a command may have, so that a larger one is answered and not cut off. */
const MAX_PAYLOAD = 8 * 1024 * 1024

const FULL = new TextEncoder().encode('This lab already has as many pages as it may have.')

/** The feeds of all labs over WebSockets; exempt from faults, and no part of the picture. */
export class FeedTransport {
  readonly #labs: LabRegistry
  readonly #scheduler: TaskScheduler
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_PAYLOAD })

  constructor(labs: LabRegistry, scheduler: TaskScheduler) {
    this.#labs = labs
    this.#scheduler = scheduler
  }

  /** @param id of the lab */
  accept(id: string, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#labs.hasRoomFor(id)) {
      this.#server.handleUpgrade(incoming, socket, head, (webSocket) => this.#open(id, webSocket))
    } else {
      refuseUpgrade(incoming, socket, { status: 503, headers: [['Content-Type', 'text/plain']], body: FULL })
    }
  }

  #open(id: string, webSocket: WebSocket): void {
    const connection = {
      get bufferedAmount() {
        return webSocket.bufferedAmount
      },
      send: (text: string) => webSocket.send(text),
      close: (code: number, reason: string) => webSocket.close(code, reason),
    }
    const entrance = new LabEntrance(this.#labs, id, connection, this.#scheduler)
    webSocket.on('message', (data) => entrance.onMessage(String(data)))
    // `close` follows; without a listener the process would end.
    webSocket.on('error', () => undefined)
    webSocket.on('close', () => entrance.onClose())
  }
}
