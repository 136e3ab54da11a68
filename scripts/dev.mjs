// npm run dev: page and server in one process, on one port, with hot reload of both.
import { createServer } from 'node:http'
import { join } from 'node:path'
import { DevelopmentPage } from './development-page.mjs'
import { DevelopmentServer } from './development-server.mjs'
import { keepStart, readKeptStart } from './kept-start.mjs'
import { PartKeeper } from './part-keeper.mjs'
import { PROJECT_ROOT } from './project-root.mjs'
import { sourceFingerprint } from './source-fingerprint.mjs'

/** @typedef {import('./page-builder.mjs').PageBuilder} PageBuilder */
/** @typedef {import('./server-bundle.mjs').ServerBundle} ServerBundle */

const FOLDER = join(PROJECT_ROOT, 'node_modules/.frameflow-development')

/** So long nothing may be asked for before a page that was kept counts as shown, and its builder gets the processor. */
const QUIET_MS = 2000

/** @type {(sentence: string) => never} */
const refuse = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 5173)
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  refuse(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
}

// Vite would settle it by what it does first: the server's bundle is a build.
process.env.NODE_ENV ??= 'development'
// Rolldown's allocator would have the system clear huge pages, a third of the work of the first bundle.
process.env.MIMALLOC_ALLOW_THP ??= '0'
process.setSourceMapsEnabled(true)
const fingerprint = sourceFingerprint()
const kept = readKeptStart(FOLDER, fingerprint)
const isUnchanged = () => sourceFingerprint() === fingerprint
const parts = new PartKeeper(isUnchanged)
const lab = new DevelopmentServer(join(FOLDER, 'server'))
const page = new DevelopmentPage({
  address: { host, port },
  kept,
  async startBuilder(token) {
    // Half of what a start with a kept page would wait for.
    const { startPageBuilder } = await import('./page-builder.mjs')
    return startPageBuilder({ host, port }, token, (vite) => lab.watch(vite))
  },
  onPart: (id) => parts.add(id),
})

const server = createServer((incoming, response) =>
  lab.handle(incoming, response, () => page.handle(incoming, response)),
)
server.on('upgrade', (incoming, socket, head) => {
  if (!page.upgrade(incoming, socket, head)) lab.upgrade(incoming, socket, head)
})
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EADDRINUSE') throw error
  refuse(`Port ${port} is in use. Choose another one, for example: PORT=${port + 1} npm run dev`)
})
server.on('listening', () => lab.printAddresses(server))

const stop = () => {
  lab.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

if (kept) {
  await lab.mount(kept.server)
  server.listen(port, host)
  const quiet = setTimeout(() => page.build(), QUIET_MS)
  server.on('request', () => quiet.refresh())
  server.on('upgrade', () => quiet.refresh())
  const builder = await page.built
  if (isUnchanged()) parts.begin(kept.parts, builder.bundlePart)
  else {
    // Edited before anybody watched.
    await lab.rebuild(builder.vite.config.logger)
    builder.vite.ws.send({ type: 'full-reload', path: '*' })
  }
} else {
  page.build()
  const bundle = await lab.build()
  server.listen(port, host)
  const builder = await page.built
  // Whether or not the next start can be faster, this one is there.
  if (isUnchanged()) await keep(bundle, builder).catch(() => undefined)
}

/** @type {(bundle: ServerBundle, builder: PageBuilder) => Promise<void>} */
async function keep(bundle, builder) {
  const made = await keepStart(FOLDER, fingerprint, { server: bundle, page: builder.files(), token: page.token })
  parts.begin(made.parts, builder.bundlePart)
}
