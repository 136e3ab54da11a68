import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const SERVER = 'server.js'
const PAGE = 'page'
const PARTS = 'parts'
const START = 'start.json'
const MAKING = 'making-'
/** Starts of other sources, and those that nobody finished. */
const OUTDATED = /^(?:[0-9a-f]{64}$|making-)/

/**
 * What `npm run dev` starts with when no source has changed since it was made: nothing of it has to be compiled.
 *
 * @typedef {object} KeptStart
 * @property {import('./server-bundle.mjs').ServerBundle} server
 * @property {string} page the folder of the page's files
 * @property {string} parts the folder of what the page asks Vite for later
 * @property {string} token what the page's script shows to Vite's WebSocket
 */

/**
 * @typedef {object} NewStart
 * @property {import('./server-bundle.mjs').ServerBundle} server
 * @property {Iterable<import('./page-builder.mjs').PageFile>} page
 * @property {string} token
 */

/** @type {(kept: string, sources: readonly string[], token: string) => KeptStart} */
const keptIn = (kept, sources, token) => ({
  server: { file: join(kept, SERVER), sources },
  page: join(kept, PAGE),
  parts: join(kept, PARTS),
  token,
})

/**
 * @param {string} folder
 * @param {string} fingerprint of the sources as they are now
 * @returns {KeptStart | null}
 */
export const readKeptStart = (folder, fingerprint) => {
  const kept = join(folder, fingerprint)
  // Written last, before the folder gets its name.
  if (!existsSync(join(kept, START))) return null
  const { sources, token } = JSON.parse(readFileSync(join(kept, START), 'utf8'))
  return keptIn(kept, sources, token)
}

/**
 * Takes the place of what was kept of other sources.
 *
 * @param {string} folder
 * @param {string} fingerprint of the sources that it was made of
 * @param {NewStart} start
 * @returns {Promise<KeptStart>}
 */
export const keepStart = async (folder, fingerprint, { server, page, token }) => {
  const code = readFileSync(server.file)
  const outdated = (await readdir(folder)).filter((name) => OUTDATED.test(name))
  const making = await mkdtemp(join(folder, MAKING))
  await writeFile(join(making, SERVER), code)
  for (const [path, content] of page) {
    const file = join(making, PAGE, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  await mkdir(join(making, PARTS))
  await writeFile(join(making, START), JSON.stringify({ sources: server.sources, token }))
  for (const name of outdated) await rm(join(folder, name), { recursive: true, force: true })
  await rename(making, join(folder, fingerprint))
  return keptIn(join(folder, fingerprint), server.sources, token)
}

/**
 * @param {string} parts
 * @param {string} id
 * @returns {string}
 */
export const partFile = (parts, id) => join(parts, `${createHash('sha256').update(id).digest('hex')}.js`)

/**
 * @param {string} parts
 * @param {string} id
 * @param {string} code
 * @returns {Promise<void>}
 */
export const keepPart = async (parts, id, code) => {
  const file = partFile(parts, id)
  // Whoever reads it meanwhile finds all of it or nothing.
  await writeFile(`${file}.making`, code)
  await rename(`${file}.making`, file)
}
