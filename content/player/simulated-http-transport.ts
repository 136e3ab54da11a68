import { OWN_ORIGIN } from './own-origin.ts'
import type { SimulatedTransport, SockJsTransportName, TransportPorts } from './simulated-transport.ts'

/** Milliseconds between the end of a request that sends and the next: sockjs-client, buffered-sender.js. */
const SENDING_PAUSE = 25

/** How a transport asks, and how frames stand in the answer (sockjs.md 4). */
interface Receiving {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query: string
  readonly frame: RegExp
  readonly textOf: (wrapped: string) => string
  /** Milliseconds from the end of an answer until the next request. */
  readonly pause: number
}

type HttpTransportName = Exclude<SockJsTransportName, 'websocket'>

const asItIs = (text: string): string => text

const RECEIVING: Readonly<Record<HttpTransportName, Receiving>> = {
  'xhr-streaming': { method: 'POST', path: 'xhr_streaming', query: '', frame: /(.*)\n/g, textOf: asItIs, pause: 0 },
  eventsource: {
    method: 'GET',
    path: 'eventsource',
    query: '',
    frame: /(?:data: (.*))?\r\n(?:\r\n)?/g,
    textOf: asItIs,
    pause: 200,
  },
  htmlfile: {
    method: 'GET',
    path: 'htmlfile',
    query: '&c=_jp.a000000',
    frame: /<script>\np\("(.*)"\);\n<\/script>\r\n/g,
    textOf: (literal) => unescaped(literal),
    pause: 0,
  },
  'xhr-polling': { method: 'POST', path: 'xhr', query: '', frame: /(.*)\n/g, textOf: asItIs, pause: 0 },
}

/** Asks again and again, and sends one request after another. */
export class SimulatedHttpTransport implements SimulatedTransport {
  readonly #receiving: Receiving
  readonly #ports: TransportPorts
  readonly #encoder = new TextEncoder()
  #request: { abort(): void } | null = null
  #waiting: string[] = []
  #isSending = false
  #isOver = false

  constructor(name: HttpTransportName, ports: TransportPorts) {
    this.#receiving = RECEIVING[name]
    this.#ports = ports
    this.#receive()
  }

  send(text: string): void {
    this.#waiting.push(text)
    if (!this.#isSending) this.#flush()
  }

  close(): void {
    this.#isOver = true
    this.#request?.abort()
    this.#ports.events.closed(1000, 'Normal closure', true)
  }

  #receive(): void {
    if (this.#isOver) return
    const { method, path, query, frame, textOf, pause } = this.#receiving
    const { simulation, session, events } = this.#ports
    const decoder = new TextDecoder()
    let text = ''
    let status = 0
    this.#request = simulation.transport.open(
      {
        method,
        path: `${session}/${path}`,
        query: `${this.#ports.query}${query}`,
        headers: OWN_ORIGIN,
        body: new Uint8Array(),
      },
      {
        onHead: (head) => {
          status = head.status
        },
        onChunk: (octets) => {
          text += decoder.decode(octets, { stream: true })
          let read = 0
          for (const found of text.matchAll(frame)) {
            read = found.index + found[0].length
            if (found[1]) events.frame(textOf(found[1]))
          }
          text = text.slice(read)
        },
        onEnd: () => {
          if (status === 200) simulation.scheduler.schedule(() => this.#receive(), pause)
          else this.#lose('permanent')
        },
        onBreak: () => this.#lose('permanent'),
      },
    )
  }

  #flush(): void {
    const { simulation, session, query, events } = this.#ports
    const body = JSON.stringify(this.#waiting.splice(0))
    this.#isSending = true
    events.written(body)
    simulation.transport.request(
      {
        method: 'POST',
        path: `${session}/xhr_send`,
        query,
        headers: [...OWN_ORIGIN, ['Content-Type', 'text/plain']],
        body: this.#encoder.encode(body),
      },
      ({ status }) => {
        if (status !== 200 && status !== 204) this.#lose(`Sending error: Error: http status ${status}`)
        else simulation.scheduler.schedule(() => this.#sent(), SENDING_PAUSE)
      },
    )
  }

  #sent(): void {
    this.#isSending = false
    if (this.#waiting.length > 0 && !this.#isOver) this.#flush()
  }

  #lose(reason: string): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#request?.abort()
    this.#ports.events.closed(1006, reason, false)
  }
}

const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The text that a JavaScript literal stands for. */
const unescaped = (literal: string): string =>
  literal.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? (CONTROLS[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  )
