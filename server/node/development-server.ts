import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin, type Rollup, type ViteDevServer } from 'vite'

const SERVER_FOLDER = fileURLToPath(new URL('..', import.meta.url))
const SERVER_ENTRY = resolve(SERVER_FOLDER, 'node/development-entry.ts')
/** Below `node_modules`, where the bundle finds what it imports. */
const BUNDLE_FOLDER = resolve(SERVER_FOLDER, '../node_modules/.frameflow-development')

/** Upgrades that are Vite's own. */
const VITE_PROTOCOLS: ReadonlySet<string> = new Set(['vite-hmr', 'vite-ping'])

type Entry = typeof import('./development-entry.ts')
type Product = ReturnType<Entry['createDevelopmentProduct']>

/** The server in one file: two hundred modules, one by one, would take a second longer to load. */
const bundleServer = async (name: string): Promise<readonly string[]> => {
  const { output } = (await build({
    configFile: false,
    root: SERVER_FOLDER,
    logLevel: 'silent',
    build: {
      ssr: SERVER_ENTRY,
      target: 'node20',
      outDir: BUNDLE_FOLDER,
      emptyOutDir: true,
      sourcemap: 'inline',
      rollupOptions: { output: { entryFileNames: name } },
    },
  })) as Rollup.RollupOutput
  return output[0].moduleIds
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
  let bundles = 0
  let sources: ReadonlySet<string> = new Set()

  const mount = async (): Promise<void> => {
    // Node imports a file once.
    const name = `server-${process.pid}-${bundles++}.js`
    const files = await bundleServer(name)
    sources = new Set(files)
    vite?.watcher.add(files.filter((file) => file.startsWith(SERVER_FOLDER)))
    entry = (await import(pathToFileURL(resolve(BUNDLE_FOLDER, name)).href)) as Entry
    product?.close()
    product = entry.createDevelopmentProduct()
  }

  return {
    name: 'frameflow:development-server',
    apply: (_config, { command }) => command === 'serve' && !process.env.VITEST,

    async configureServer(server) {
      vite = server
      process.setSourceMapsEnabled(true)
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

    async hotUpdate({ file }) {
      if (this.environment.name !== 'ssr' || !sources.has(file)) return undefined
      try {
        await mount()
      } catch (error) {
        // The old server keeps serving; the next good save recovers.
        this.environment.logger.error(`The server was not reloaded: ${(error as Error).message}`, {
          error: error as Error,
        })
      }
      return []
    },
  }
}
