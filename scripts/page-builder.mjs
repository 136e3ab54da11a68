import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'vite'
import { reactBeforeChunks } from './react-before-chunks.mjs'
import { singleIcons } from './single-icons.mjs'

/** @typedef {readonly [path: string, content: string | Uint8Array]} PageFile */

/**
 * What Vite tells nobody else yet: when its first bundle is there (or is known not to be), of which files it is, and
 * what a page is given later.
 *
 * @typedef {object} BundleInMemory
 * @property {() => Promise<void>} waitForInitialBuildFinish
 * @property {(id: string, page: string) => Promise<{ code: string } | undefined>} triggerLazyBundling
 * @property {{ files: ReadonlyMap<string, unknown>, get(path: string): { source: string | Uint8Array } | undefined }} memoryFiles
 */

/**
 * Vite, which bundles the page in memory and reloads hot what is edited.
 *
 * @typedef {object} PageBuilder
 * @property {import('vite').ViteDevServer} vite
 * @property {import('node:http').Server} door where Vite awaits its own upgrades
 * @property {() => PageFile[]} files the page as it was bundled, without what only a debugger asks for
 * @property {(part: import('./later-part.mjs').LaterPart) => Promise<string>} bundlePart all that the page then lacks
 */

/**
 * @param {{ host: string, port: number }} address
 * @param {string} token what the page's script shows to Vite's WebSocket
 * @param {(vite: import('vite').ViteDevServer) => void} onVite is told of Vite, and again when its configuration changed
 * @returns {Promise<PageBuilder>} once the page is bundled, or Vite has told why it is not
 */
export const startPageBuilder = async ({ host, port }, token, onVite) => {
  const door = createHttpServer()
  const vite = await createServer({
    // One request for hundreds of modules.
    experimental: { bundledDev: true },
    server: { middlewareMode: true, host, port, ws: { server: door } },
    plugins: [
      singleIcons(),
      reactBeforeChunks(),
      {
        name: 'frameflow:page-builder',
        configResolved: (config) => void Object.assign(config, { webSocketToken: token }),
        configureServer: (server) => onVite(server),
      },
    ],
  })
  const bundle = /** @type {BundleInMemory} */ (/** @type {unknown} */ (vite.environments.client?.bundledDev))
  await bundle.waitForInitialBuildFinish()
  return {
    vite,
    door,
    files: () => filesOf(bundle),
    bundlePart: async ({ id, page }) => (await bundle.triggerLazyBundling(id, page))?.code ?? '',
  }
}

/** @type {(bundle: BundleInMemory) => PageFile[]} */
const filesOf = ({ memoryFiles }) =>
  [...memoryFiles.files.keys()].flatMap((path) => {
    const source = path.endsWith('.map') ? undefined : memoryFiles.get(path)?.source
    return source === undefined ? [] : [/** @type {const} */ ([path, source])]
  })
