import type { Simulation } from '#simulation'
import type { ClientReport, ClientTag } from '#trace'

type ClientSocket = ReturnType<Simulation['transport']['connect']>

/** As stompjs names them when it opens a WebSocket. */
const SUB_PROTOCOLS = ['v12.stomp', 'v11.stomp', 'v10.stomp']
const TRANSPORT = 'raw WebSocket'

/** A client of a page in a simulation: it writes the frames that stompjs writes, and reports what a page reports. */
export class SimulatedClient {
  readonly #simulation: Simulation
  readonly #tag: ClientTag
  readonly #socket: ClientSocket

  /** Connects at once. */
  constructor(simulation: Simulation, tag: ClientTag) {
    this.#simulation = simulation
    this.#tag = tag
    this.#report({ report: 'connecting', transport: TRANSPORT })
    this.#report({ report: 'transport-tried', transport: TRANSPORT, deadline: null })
    this.#socket = simulation.transport.connect(
      { path: '/ws', query: `client=${tag}` },
      SUB_PROTOCOLS,
      [['Origin', 'http://localhost']],
      {
        onOpen: () => this.#opened(),
        onMessage: (message) => this.#received(message.kind === 'text' ? message.text : ''),
        onClose: (code, reason, wasClean) => this.#report({ report: 'closed', code, reason, wasClean }),
        onRefused: ({ status }) => {
          throw new Error(`client ${tag} was refused: ${status}`)
        },
      },
    )
  }

  subscribe(id: string, destination: string): void {
    this.#send('SUBSCRIBE', [`id:${id}`, `destination:${destination}`])
  }

  /** @param body JSON in ASCII: its characters are its octets */
  send(destination: string, body: string): void {
    const headers = [`destination:${destination}`, 'content-type:application/json', `content-length:${body.length}`]
    this.#send('SEND', headers, body)
  }

  #opened(): void {
    this.#report({ report: 'transport-opened', transport: TRANSPORT })
    this.#send('CONNECT', ['accept-version:1.2,1.1,1.0', 'heart-beat:10000,10000'])
  }

  #received(text: string): void {
    const header = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1] ?? ''
    if (text.startsWith('CONNECTED')) this.#report({ report: 'stomp-connected', version: header('version') })
    else if (text.startsWith('MESSAGE'))
      this.#report({
        report: 'callback-called',
        subscription: header('subscription'),
        messageId: header('message-id'),
      })
  }

  #send(command: string, headers: readonly string[], body = ''): void {
    this.#socket.send({ kind: 'text', text: [command, ...headers, '', `${body}\0`].join('\n') })
  }

  #report(report: ClientReport): void {
    this.#simulation.lab.execute({ command: 'report', client: this.#tag, report })
  }
}
