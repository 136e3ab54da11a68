import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { FeedCommand, FeedMessage, LabSummary, TraceEvent } from '../trace/index.ts'

type WithoutId<C> = C extends unknown ? Omit<C, 'id'> : never

/** A page at the feed of a lab. */
export class LoopbackPage {
  readonly messages: FeedMessage[] = []
  readonly socket: WebSocket
  readonly closed: Promise<number>
  #commands = 0

  private constructor(url: string) {
    this.socket = new WebSocket(url, { perMessageDeflate: false })
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data)) as FeedMessage))
    this.closed = new Promise((resolve) => this.socket.on('close', resolve))
    this.socket.on('error', () => undefined)
  }

  static async open(url: string, resume: object = { resume: 0 }): Promise<LoopbackPage> {
    const page = new LoopbackPage(url)
    await once(page.socket, 'open')
    page.socket.send(JSON.stringify(resume))
    await page.message((message) => 'hello' in message)
    return page
  }

  get events(): readonly TraceEvent[] {
    return this.messages.flatMap((message) => ('events' in message ? message.events : []))
  }

  async event(matches: (event: TraceEvent) => boolean): Promise<void> {
    await this.message((message) => 'events' in message && message.events.some(matches))
  }

  /** @returns what the command was answered with */
  async ask(command: WithoutId<FeedCommand>): Promise<unknown> {
    const id = ++this.#commands
    this.socket.send(JSON.stringify({ id, ...command }))
    const answer = await this.message((message) => 'reply' in message && message.reply === id)
    return 'ok' in answer ? answer.ok : answer
  }

  /** Resolves when no session of `main` is left. */
  async nobody(): Promise<void> {
    for (;;) {
      const [main] = (await this.ask({ command: 'list-labs' })) as readonly LabSummary[]
      if (main?.sessions === 0) return
      // The end of a session will be told.
      await once(this.socket, 'message')
    }
  }

  /** The first message from now or before for which `matches` holds. */
  async message(matches: (message: FeedMessage) => boolean): Promise<FeedMessage> {
    for (let looked = 0; ; ) {
      for (; looked < this.messages.length; looked++) {
        const message = this.messages[looked]
        if (message && matches(message)) return message
      }
      await once(this.socket, 'message')
    }
  }
}
