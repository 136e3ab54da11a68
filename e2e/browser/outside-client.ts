import { once } from 'node:events'
import WebSocket from 'ws'

/** A STOMP client that is no browser: it speaks frames of text, and says no letter of its own. */
export interface OutsideClient {
  send(frame: string): void
  /** Waits for the next frame. */
  next(): Promise<string>
  close(): Promise<void>
}

export const connectFromOutside = async (productUrl: string): Promise<OutsideClient> => {
  const socket = new WebSocket(`${productUrl.replace('http', 'ws')}/ws`, ['v12.stomp'])
  await once(socket, 'open')
  const client: OutsideClient = {
    send: (frame) => socket.send(`${frame}\0`),
    next: async () => String((await once(socket, 'message'))[0]),
    close: async () => {
      const closed = once(socket, 'close')
      socket.close()
      await closed
    },
  }
  client.send('CONNECT\naccept-version:1.2\n\n')
  await client.next()
  return client
}
