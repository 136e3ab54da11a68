import { readFile } from 'node:fs/promises'
import sirv from 'sirv'
import { partFile } from './kept-start.mjs'
import { laterPart } from './later-part.mjs'

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('./later-part.mjs').LaterPart} LaterPart */

/** Serves the page of an earlier start. */
export class KeptPage {
  #start
  #serveFile
  /** @type {LaterPart[]} what Vite has to know that pages have, once it is there */
  given = []

  /** @param {import('./kept-start.mjs').KeptStart} start */
  constructor(start) {
    this.#start = start
    // A file can be another one after the next start.
    const setHeaders = (/** @type {ServerResponse} */ response) => response.setHeader('Cache-Control', 'no-cache')
    this.#serveFile = sirv(start.page, { etag: true, setHeaders })
  }

  /**
   * @param {IncomingMessage} incoming
   * @param {ServerResponse} response
   * @param {() => void} next for what was not kept
   */
  serve(incoming, response, next) {
    const part = laterPart(incoming)
    if (part) void this.#servePart(part, response, next)
    else this.#serveFile(incoming, response, next)
  }

  /** @type {(part: LaterPart, response: ServerResponse, next: () => void) => Promise<void>} */
  async #servePart(part, response, next) {
    const code = await readFile(partFile(this.#start.parts, part.id)).catch(() => null)
    if (code === null) return next()
    this.given.push(part)
    response.setHeader('Content-Type', 'application/javascript')
    response.end(code)
  }
}
