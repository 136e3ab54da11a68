import { once } from 'node:events'
import { WebSocket } from 'ws'

/** A client on loopback that remembers what it got and lets a test wait for it. */
export class LoopbackClient {
  readonly got: string[] = []
  readonly socket: WebSocket
  readonly closed: Promise<number>

  constructor(url: string) {
    this.socket = new WebSocket(url, { perMessageDeflate: false })
    this.socket.on('message', (data) => this.got.push(String(data).replaceAll('\0', '^@')))
    this.closed = new Promise((resolve) => this.socket.on('close', resolve))
    this.socket.on('error', () => undefined)
  }

  static async open(url: string): Promise<LoopbackClient> {
    const client = new LoopbackClient(url)
    await once(client.socket, 'open')
    return client
  }

  send(...texts: readonly string[]): void {
    for (const text of texts) this.socket.send(text.replaceAll('^@', '\0'))
  }

  /** The first text from now or before for which `matches` holds. */
  async text(matches: (text: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.got.find(matches)
      if (found !== undefined) return found
      await once(this.socket, 'message')
    }
  }

  get bodies(): readonly string[] {
    return this.got.flatMap((text) => /^MESSAGE\n.*?\n\n(.*)\^@$/s.exec(text)?.[1] ?? [])
  }
}
