import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

/** Beside the page; a lab's `clientLibraryUrl` may name it. */
const FILE = 'sockjs.min.js'

const source = (): string => readFileSync(createRequire(import.meta.url).resolve(`sockjs-client/dist/${FILE}`), 'utf8')

/**
 * A copy of sockjs-client for the iframe page, which the learner's network need not reach a CDN for. Spring's own default
 * is a CDN (spring.md 5.5.3), and so is a lab's.
 */
export const sockJsClientCopy = (): Plugin => ({
  name: 'frameflow:sockjs-client-copy',

  configureServer(server) {
    server.middlewares.use(`/${FILE}`, (_incoming, response) => {
      response.writeHead(200, { 'Content-Type': 'text/javascript' })
      response.end(source())
    })
  },

  generateBundle() {
    if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName: FILE, source: source() })
  },
})
