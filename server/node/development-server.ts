import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isRunnableDevEnvironment, type Plugin, type RunnableDevEnvironment, type ViteDevServer } from 'vite'

const SERVER_FOLDER = fileURLToPath(new URL('..', import.meta.url))
const SERVER_ENTRY = resolve(SERVER_FOLDER, 'node/development-entry.ts')

/** Upgrades that are Vite's own. */
const VITE_PROTOCOLS: ReadonlySet<string> = new Set(['vite-hmr', 'vite-ping'])

type Entry = typeof import('./development-entry.ts')
type Product = ReturnType<Entry['createDevelopmentProduct']>

const environmentOf = (vite: ViteDevServer): RunnableDevEnvironment => {
  const { ssr } = vite.environments
  if (ssr === undefined || !isRunnableDevEnvironment(ssr)) throw new Error('the ssr environment cannot run the server')
  return ssr
}

/**
 * Runs the server inside Vite's own HTTP server: one process, one port, and an edit of a server file is answered by new
 * code without a restart. The new code is imported before the old one is closed, so a broken edit leaves the old one
 * running.
 */
export const developmentServer = (): Plugin => {
  let vite: ViteDevServer | undefined
  let product: Product | undefined
  let entry: Entry | undefined

  const mount = async (): Promise<void> => {
    if (vite === undefined) return
    entry = (await environmentOf(vite).runner.import(SERVER_ENTRY)) as Entry
    product?.close()
    product = entry.createDevelopmentProduct()
  }

  return {
    name: 'frameflow:development-server',
    apply: (_config, { command }) => command === 'serve' && !process.env.VITEST,

    async configureServer(server) {
      vite = server
      await mount()
      server.middlewares.use((incoming, response, next) => {
        // Vite's `base` middleware has not run yet, so `url` is still as it stood in the request line.
        if (product) product.handle(incoming, response, next)
        else next()
      })
      server.httpServer?.on('upgrade', (incoming, socket, head) => {
        const protocol = incoming.headers['sec-websocket-protocol'] ?? ''
        if (VITE_PROTOCOLS.has(protocol)) return
        if (!product?.upgrade(incoming, socket, head)) entry?.refuseUnknownUpgrade(incoming, socket)
      })
      const closeVite = server.close.bind(server)
      server.close = async () => {
        product?.close()
        await closeVite()
      }
      server.printUrls = () => entry?.printDevelopmentAddresses(server.httpServer as Server)
    },

    async hotUpdate({ file, modules }) {
      if (this.environment.name !== 'ssr' || !file.startsWith(SERVER_FOLDER) || modules.length === 0) return undefined
      const environment = environmentOf(vite as ViteDevServer)
      environment.moduleGraph.invalidateAll()
      environment.runner.clearCache()
      try {
        await mount()
      } catch (error) {
        // The old server keeps serving; the next good save recovers.
        environment.logger.error(`The server was not reloaded: ${(error as Error).message}`, { error: error as Error })
      }
      return []
    },
  }
}
