import { once } from 'node:events'
import { type ClientRequest, createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { GoldenAction, GoldenSaw } from '../golden/golden-file.ts'
import { type GoldenWorld, QUIET } from '../golden/golden-world.ts'
import type { FeedMessage, LabConfiguration, TraceEvent } from '../trace/index.ts'
import { createNodeServer, type NodeServer, refuseUnknownUpgrade } from './node-server.ts'

const HOST = '127.0.0.1'

/** How often the end of a step is looked for, milliseconds. */
const LOOK_INTERVAL = 20

const octetsOf = (text: string): string => text.replaceAll('^@', '\0')

/** A server of its own and real clients on loopback; what happened inside is read from the feed, as a page would. */
export class SocketGoldenWorld implements GoldenWorld {
  readonly #product: NodeServer
  readonly #server: Server
  readonly #sockets = new Map<string, WebSocket>()
  readonly #requests = new Map<string, ClientRequest>()
  readonly #feed: WebSocket
  #saw: GoldenSaw[] = []
  #events: TraceEvent[] = []
  #lastChange = performance.now()

  private constructor(product: NodeServer, server: Server, feed: WebSocket) {
    this.#product = product
    this.#server = server
    this.#feed = feed
    feed.on('message', (data) => {
      const message = JSON.parse(String(data)) as FeedMessage
      if (!('events' in message)) return
      this.#events.push(...message.events)
      this.#lastChange = performance.now()
    })
    feed.send(JSON.stringify({ resume: 0 }))
  }

  static async open(config: LabConfiguration): Promise<SocketGoldenWorld> {
    const product = createNodeServer({ config, host: HOST, log: () => undefined })
    const server = createServer((incoming, response) =>
      product.handle(incoming, response, () => response.writeHead(404).end()),
    )
    server.on('upgrade', (incoming, socket, head) => {
      if (!product.upgrade(incoming, socket, head)) refuseUnknownUpgrade(incoming, socket)
    })
    await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
    const { port } = server.address() as AddressInfo
    const feed = new WebSocket(`ws://${HOST}:${port}/trace`)
    await new Promise((resolve, reject) => feed.once('open', resolve).once('error', reject))
    const world = new SocketGoldenWorld(product, server, feed)
    // A recording that waits for heart-beats begins just after a tick: how long a start takes would else set the phase.
    const beginning = config.simpleBroker.heartbeat === null ? 'lab.snapshot' : 'timer.fired'
    while (!world.#events.some(({ type }) => type === beginning)) await once(feed, 'message')
    return world
  }

  act(action: GoldenAction): void {
    if (action.open !== undefined) this.#open(action.open, action)
    else if (action.request !== undefined) this.#request(action.request, action)
    else if (action.send !== undefined) this.#send(action.send, action)
    else if (action.close !== undefined) this.#sockets.get(action.close)?.close(action.code, action.reason)
    else if (action.terminate !== undefined) this.#reset(action.terminate)
    else if (action.abort !== undefined) this.#requests.get(action.abort)?.destroy()
  }

  async settle(wait: number): Promise<void> {
    await sleep(wait)
    this.#lastChange = performance.now()
    while (performance.now() - this.#lastChange < QUIET) await sleep(LOOK_INTERVAL)
  }

  collect(): { readonly saw: readonly GoldenSaw[]; readonly events: readonly TraceEvent[] } {
    const collected = { saw: this.#saw, events: this.#events }
    this.#saw = []
    this.#events = []
    return collected
  }

  async close(): Promise<void> {
    this.#feed.terminate()
    for (const socket of this.#sockets.values()) socket.terminate()
    this.#product.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  get #authority(): string {
    return `${HOST}:${(this.#server.address() as AddressInfo).port}`
  }

  #headers(action: GoldenAction): Record<string, string> {
    return Object.fromEntries(
      Object.entries(action.headers ?? {}).map(([name, value]) => [
        name,
        value.replaceAll('{origin}', `http://${this.#authority}`),
      ]),
    )
  }

  #see(saw: GoldenSaw): void {
    this.#saw.push(saw)
    this.#lastChange = performance.now()
  }

  #open(who: string, action: GoldenAction): void {
    const socket = new WebSocket(`ws://${this.#authority}${action.path}`, [...(action.protocols ?? [])], {
      perMessageDeflate: false,
      headers: this.#headers(action),
    })
    this.#sockets.set(who, socket)
    socket.on('open', () =>
      this.#see({ who, opened: true, ...(socket.protocol !== '' && { protocol: socket.protocol }) }),
    )
    socket.on('message', (data, isBinary) =>
      this.#see(isBinary ? { who, binary: (data as Buffer).toString('latin1') } : { who, text: String(data) }),
    )
    socket.on('unexpected-response', (_request, response) => {
      readText(response, (body) => this.#see({ who, refused: response.statusCode ?? 0, body }))
    })
    socket.on('close', (code, reason) =>
      this.#see({ who, closed: code, ...(reason.length > 0 && { reason: String(reason) }) }),
    )
    // A refused or broken connection is seen by the listeners above.
    socket.on('error', () => undefined)
  }

  #send(who: string, action: GoldenAction): void {
    const socket = this.#sockets.get(who)
    if (socket?.readyState !== WebSocket.OPEN) return
    for (const text of action.texts ?? (action.text === undefined ? [] : [action.text])) socket.send(octetsOf(text))
    if (action.binary !== undefined) socket.send(Buffer.from(octetsOf(action.binary), 'latin1'))
  }

  /** `terminate` of `ws` ends its side at once; the recorder reset the TCP connection, which looks the same. */
  #reset(who: string): void {
    this.#sockets.get(who)?.terminate()
  }

  #request(who: string, action: GoldenAction): void {
    const outgoing = httpRequest(`http://${this.#authority}${action.path}`, {
      method: action.method ?? 'GET',
      headers: this.#headers(action),
      agent: false,
    })
    this.#requests.set(who, outgoing)
    outgoing.on('response', (response) => {
      this.#see({ who, status: response.statusCode ?? 0, headers: textHeaders(response) })
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => this.#see({ who, chunk }))
      response.on('end', () => this.#see({ who, ended: true }))
    })
    outgoing.on('upgrade', (response, socket) => {
      this.#see({ who, status: response.statusCode ?? 0, headers: textHeaders(response) })
      socket.destroy()
    })
    outgoing.on('error', () => undefined)
    outgoing.end(action.body)
  }
}

const textHeaders = (response: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))

const readText = (response: IncomingMessage, done: (text: string) => void): void => {
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    text += chunk
  })
  response.on('end', () => done(text))
}
