import { randomUUID } from 'node:crypto'
import { keepPart } from './kept-start.mjs'

/** @typedef {import('./page-builder.mjs').PageBuilder['bundlePart']} BundlePart */

/** Parts are asked for together, and while the page shows itself for the first time. */
const TOGETHER_MS = 1000

/**
 * Keeps what pages load later, beside the page that was kept, as long as the sources are those that it was made of.
 */
export class PartKeeper {
  #isUnchanged
  /** @type {Set<string>} */
  #asked = new Set()
  /** @type {NodeJS.Timeout | undefined} */
  #keeping
  /** @type {{ parts: string, bundlePart: BundlePart } | undefined} */
  #means

  /** @param {() => boolean} isUnchanged */
  constructor(isUnchanged) {
    this.#isUnchanged = isUnchanged
  }

  /** @param {string} id */
  add(id) {
    this.#asked.add(id)
    if (this.#means) this.#keepSoon()
  }

  /**
   * Keeps what was added and will be.
   *
   * @param {string} parts the folder
   * @param {BundlePart} bundlePart
   */
  begin(parts, bundlePart) {
    this.#means = { parts, bundlePart }
    this.#keepSoon()
  }

  #keepSoon() {
    clearTimeout(this.#keeping)
    // A part that cannot be kept is asked for again.
    this.#keeping = setTimeout(() => this.#keep().catch(() => undefined), TOGETHER_MS)
  }

  async #keep() {
    if (!this.#means) return
    const { parts, bundlePart } = this.#means
    const ids = [...this.#asked]
    this.#asked.clear()
    /** @type {(readonly [id: string, code: string])[]} */
    const codes = []
    // What a page lacks that has nothing but its first files.
    for (const id of ids) codes.push([id, await bundlePart({ id, page: randomUUID() })])
    if (!this.#isUnchanged()) return
    for (const [id, code] of codes) await keepPart(parts, id, code)
  }
}
