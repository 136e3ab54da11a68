import { randomBytes } from 'node:crypto'
import { answerHandshakeEarly } from './early-handshake.mjs'
import { KeptPage } from './kept-page.mjs'
import { laterPart } from './later-part.mjs'

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
  #onPart
  #hosts
  /** @type {KeptPage | null} */
  #kept
  #building = false
  /** @type {(builder: PageBuilder | Promise<PageBuilder>) => void} */
  #finish = () => {}

  /** @type {Promise<PageBuilder>} when the page is built */
  built = new Promise((resolve) => {
    this.#finish = resolve
  })

  /**
   * @param {object} options
   * @param {{ host: string, port: number }} options.address
   * @param {import('./kept-start.mjs').KeptStart | null} options.kept
   * @param {(token: string) => Promise<PageBuilder>} options.startBuilder
   * @param {(id: string) => void} options.onPart is told which later parts the builder is asked for
   */
  constructor({ address, kept, startBuilder, onPart }) {
    this.#startBuilder = startBuilder
    this.#onPart = onPart
    this.#hosts = new Set([...OWN_NAMES, address.host].map((name) => `${name}:${address.port}`))
    this.token = kept?.token ?? randomBytes(9).toString('base64url')
    this.#kept = kept && new KeptPage(kept)
  }

  /** Whoever asks first starts it. */
  build() {
    if (this.#building) return
    this.#building = true
    this.#finish(this.#takeOver())
  }

  async #takeOver() {
    const builder = await this.#startBuilder(this.token)
    // It reloads nothing hot that it does not know a page to have.
    for (const part of this.#kept?.given ?? []) await builder.bundlePart(part)
    this.#kept = null
    return builder
  }

  /**
   * @param {IncomingMessage} incoming
   * @param {ServerResponse} response
   */
  handle(incoming, response) {
    const part = laterPart(incoming)
    const askBuilder = () => {
      // The page that asks for a part is there already.
      if (part === null) this.build()
      else this.#onPart(part.id)
      void this.built.then(({ vite }) => vite.middlewares(incoming, response))
    }
    if (this.#kept && incoming.method === 'GET' && this.#hosts.has(incoming.headers.host ?? ''))
      this.#kept.serve(incoming, response, askBuilder)
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
    if (this.#kept) answerHandshakeEarly(incoming, socket)
    void this.built.then(({ door }) => !socket.destroyed && door.emit('upgrade', incoming, socket, head))
    return true
  }
}
