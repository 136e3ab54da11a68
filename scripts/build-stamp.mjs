import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from './project-root.mjs'

const OUTPUTS = ['dist/app/index.html', 'dist/server/main.js', 'dist/server/golden.js']

/** Inside a folder that every build empties: a build that leaves no stamp can never pass for a fresh one. */
const STAMP = join(PROJECT_ROOT, 'dist/server/.sources')

/**
 * @param {string} fingerprint of the sources as they are now
 * @returns {boolean}
 */
export const isBuildFresh = (fingerprint) =>
  OUTPUTS.every((path) => existsSync(join(PROJECT_ROOT, path))) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === fingerprint

/**
 * @param {string} fingerprint of the sources that were built
 * @returns {void}
 */
export const stampBuild = (fingerprint) => writeFileSync(STAMP, fingerprint)
