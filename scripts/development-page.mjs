import { randomBytes } from 'node:crypto'
import sirv from 'sirv'

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('node:stream').Duplex} Duplex */
/** @typedef {import('./page-builder.mjs').PageBuilder} PageBuilder */

/** Upgrades that are Vite's own. */
const VITE_PROTOCOLS = new Set(['vite-hmr', 'vite-ping'])

/** Names that surely are this machine's: what Vite makes of others is for Vite to say. */
const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/**
 * The page of `npm run dev`. Until its builder is there a page that was kept is served, if there is one, and everything
 * else waits.
 */
export class DevelopmentPage {
  #startBuilder
  #hosts
  /** @type {ReturnType<typeof sirv> | null} */
  #serveKept
  #building = false
  /** @type {(builder: PageBuilder | Promise<PageBuilder>) => void} */
  #finish = () => {}

  /** @type {Promise<PageBuilder>} when the page is built */
  built = new Promise((resolve) => {
    this.#finish = resolve
  })

  /**
   * @param {{ host: string, port: number }} address
   * @param {import('./kept-start.mjs').KeptStart | null} kept
   * @param {(token: string) => Promise<PageBuilder>} startBuilder
   */
  constructor(address, kept, startBuilder) {
    this.#startBuilder = startBuilder
    this.#hosts = new Set([...OWN_NAMES, address.host].map((name) => `${name}:${address.port}`))
    this.token = kept?.token ?? randomBytes(9).toString('base64url')
    const setHeaders = (/** @type {ServerResponse} */ response) => response.setHeader('Cache-Control', 'no-cache')
    this.#serveKept = kept && sirv(kept.page, { etag: true, setHeaders })
  }

  /** Whoever asks first starts it. */
  build() {
    if (this.#building) return
    this.#building = true
    this.#finish(this.#startBuilder(this.token))
    void this.built.then(() => {
      this.#serveKept = null
    })
  }

  /**
   * @param {IncomingMessage} incoming
   * @param {ServerResponse} response
   */
  handle(incoming, response) {
    const askBuilder = () => {
      this.build()
      void this.built.then(({ vite }) => vite.middlewares(incoming, response))
    }
    if (this.#serveKept && incoming.method === 'GET' && this.#hosts.has(incoming.headers.host ?? ''))
      this.#serveKept(incoming, response, askBuilder)
    else askBuilder()
  }

  /**
   * A page that is there can wait for its reloads, and does not hurry its builder.
   *
   * @param {IncomingMessage} incoming
   * @param {Duplex} socket
   * @param {Buffer} head
   * @returns {boolean} false for what is not the page's
   */
  upgrade(incoming, socket, head) {
    if (!VITE_PROTOCOLS.has(incoming.headers['sec-websocket-protocol'] ?? '')) return false
    socket.on('error', () => socket.destroy())
    void this.built.then(({ door }) => !socket.destroyed && door.emit('upgrade', incoming, socket, head))
    return true
  }
}
