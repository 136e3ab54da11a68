import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from './project-root.mjs'

/** What the build reads. */
const SOURCE_FOLDERS = ['app', 'content', 'scripts', 'server']
const SOURCE_FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']

/** @type {(path: string) => boolean} */
const isTest = (path) => /\.test\.tsx?$/.test(path)

/** @type {(root: string, folder: string) => string[]} */
const filesOf = (root, folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))

/**
 * One digest over the content of everything that the build reads. Content, not time: a checkout or a copy gives files
 * new times without changing them.
 *
 * @param {string} [root]
 * @returns {string}
 */
export const sourceFingerprint = (root = PROJECT_ROOT) => {
  const digest = createHash('sha256')
  for (const path of [...SOURCE_FOLDERS.flatMap((folder) => filesOf(root, folder)), ...SOURCE_FILES].sort()) {
    digest
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return digest.digest('hex')
}
