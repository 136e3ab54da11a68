import { once } from 'node:events'
import type { FeedMessage, FeedCommand, TraceEvent } from '../trace/index.ts'
import { LoopbackClient } from './loopback-client.ts'

/** A page at the feed of a lab. */
export class LoopbackPage {
  readonly client: LoopbackClient

  private constructor(client: LoopbackClient) {
    this.client = client
  }

  static async open(url: string, resume: object = { resume: 0 }): Promise<LoopbackPage> {
    const page = new LoopbackPage(await LoopbackClient.open(url))
    page.client.send(JSON.stringify(resume))
    await page.client.text((text) => 'hello' in JSON.parse(text))
    return page
  }

  get events(): readonly TraceEvent[] {
    return this.client.got.flatMap((text) => {
      const message = JSON.parse(text) as FeedMessage
      return 'events' in message ? message.events : []
    })
  }

  async event(matches: (event: TraceEvent) => boolean): Promise<void> {
    while (!this.events.some(matches)) await once(this.client.socket, 'message')
  }
}
