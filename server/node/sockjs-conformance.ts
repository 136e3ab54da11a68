import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { DEFAULT_HOST } from './parse-arguments.ts'
import { createSockJsConformanceServer } from './sockjs-conformance-server.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '8081' } } })
const port = Number(values.port)
const host = process.env.HOST || DEFAULT_HOST

const server = createSockJsConformanceServer()
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.listen(port, host, () => {
  const { port: listening } = server.address() as AddressInfo
  console.log(`SockJS conformance services listening on http://${host}:${listening}`)
})

const stop = (): void => {
  server.close(() => process.exit(0))
  server.closeAllConnections()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
