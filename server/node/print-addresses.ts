import type { Server } from 'node:http'
import type { LabConfiguration } from '../trace/index.ts'

/** Where the page is, and on a second line where other STOMP clients connect (contract.md, Commands). */
export const printAddresses = (
  server: Pick<Server, 'address'>,
  host: string,
  config: LabConfiguration,
  print: (line: string) => void,
): void => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const endpoint = config.endpoints.find(({ webSocket }) => webSocket)?.path ?? ''
  print(`Frameflow: http://${authority}`)
  print(`STOMP clients: ws://${authority}${endpoint}  (SockJS: http://${authority}${endpoint})`)
}
