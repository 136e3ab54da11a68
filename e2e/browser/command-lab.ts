import { once } from 'node:events'
import WebSocket from 'ws'
import type { LabCommand } from '#trace'

/** Asks the lab `main` for something as a page would, without one. */
export const commandLab = async (url: string, command: LabCommand): Promise<void> => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/trace`)
  await once(socket, 'open')
  const replied = new Promise<unknown>((resolve) => {
    socket.on('message', (data) => {
      const message: unknown = JSON.parse(String(data))
      if (typeof message === 'object' && message !== null && 'reply' in message) resolve(message)
    })
  })
  socket.send(JSON.stringify({ resume: 0 }))
  socket.send(JSON.stringify({ ...command, id: 1 }))
  const reply = await replied
  socket.close()
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) throw new Error(JSON.stringify(reply))
}
