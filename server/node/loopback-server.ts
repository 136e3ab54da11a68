import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createNodeServer, type NodeServerOptions, refuseUnknownUpgrade } from './node-server.ts'

const HOST = '127.0.0.1'

/** The product on a port of its own. */
export interface LoopbackServer {
  readonly port: number
  close(): Promise<void>
}

export const openLoopbackServer = async (options: Omit<NodeServerOptions, 'host' | 'log'>): Promise<LoopbackServer> => {
  const product = createNodeServer({ ...options, host: HOST, log: () => undefined })
  const server = createServer((incoming, response) =>
    product.handle(incoming, response, () => response.writeHead(404).end()),
  )
  server.on('upgrade', (incoming, socket, head) => {
    if (!product.upgrade(incoming, socket, head)) refuseUnknownUpgrade(incoming, socket)
  })
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      product.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
