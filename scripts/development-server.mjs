import { pathToFileURL } from 'node:url'

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {typeof import('../server/node/development-entry.ts')} Entry */

/** @typedef {import('./server-bundle.mjs').ServerBundle} ServerBundle */

/** The server of `npm run dev`: an edit of a server file is answered by new code without a restart. */
export class DevelopmentServer {
  #folder
  #bundles = 0
  /** @type {ServerBundle | undefined} */
  #bundle
  /** @type {import('vite').ViteDevServer['watcher'] | undefined} */
  #watcher
  /** @type {Entry | undefined} */
  #entry
  /** @type {ReturnType<Entry['createDevelopmentProduct']> | undefined} */
  #product

  /** @param {string} folder for its bundles, which it empties; below `node_modules`, where they find what they import */
  constructor(folder) {
    this.#folder = folder
  }

  /**
   * Bundles the sources as they are now, and mounts that.
   *
   * @returns {Promise<ServerBundle>}
   */
  async build() {
    const { bundleServer } = await import('./server-bundle.mjs')
    // Node imports a file once.
    const bundle = await bundleServer(this.#folder, `server-${process.pid}-${this.#bundles++}.js`)
    await this.mount(bundle)
    return bundle
  }

  /**
   * Nothing changes when that fails: the new code is imported before the old one is closed.
   *
   * @param {ServerBundle} bundle
   * @returns {Promise<void>}
   */
  async mount(bundle) {
    const entry = /** @type {Entry} */ (await import(pathToFileURL(bundle.file).href))
    this.close()
    this.#entry = entry
    this.#product = entry.createDevelopmentProduct()
    this.#bundle = bundle
    this.#watchSources()
  }

  /**
   * Builds anew, or tells why that is not possible: the old server keeps serving then, and the next good save recovers.
   *
   * @param {import('vite').Logger} logger
   * @returns {Promise<void>}
   */
  async rebuild(logger) {
    try {
      await this.build()
    } catch (thrown) {
      const error = /** @type {Error} */ (thrown)
      logger.error(`The server was not reloaded: ${error.message}`, { error })
    }
  }

  /**
   * Builds anew after each edit of a file that it was built of.
   *
   * @param {import('vite').ViteDevServer} vite in place of one that it watched with before
   */
  watch({ watcher, config: { logger } }) {
    let rebuilt = Promise.resolve()
    watcher.on('change', (file) => {
      if (this.#bundle?.sources.includes(file)) rebuilt = rebuilt.then(() => this.rebuild(logger))
    })
    this.#watcher = watcher
    this.#watchSources()
  }

  #watchSources() {
    this.#watcher?.add([...(this.#bundle?.sources ?? [])])
  }

  /**
   * @param {IncomingMessage} incoming
   * @param {import('node:http').ServerResponse} response
   * @param {() => void} next for what is not the server's
   */
  handle(incoming, response, next) {
    if (this.#product) this.#product.handle(incoming, response, next)
    else next()
  }

  /**
   * @param {IncomingMessage} incoming
   * @param {import('node:stream').Duplex} socket
   * @param {Buffer} head
   */
  upgrade(incoming, socket, head) {
    if (!this.#product?.upgrade(incoming, socket, head)) this.#entry?.refuseUnknownUpgrade(incoming, socket)
  }

  /** @param {import('node:http').Server} server */
  printAddresses(server) {
    this.#entry?.printDevelopmentAddresses(server)
  }

  /** Closes every socket with 1012, Service Restart. */
  close() {
    this.#product?.close()
  }
}
