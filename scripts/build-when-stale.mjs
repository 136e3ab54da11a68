import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isBuildFresh } from './build-stamp.mjs'
import { PROJECT_ROOT } from './project-root.mjs'
import { sourceFingerprint } from './source-fingerprint.mjs'

const BUILD = fileURLToPath(new URL('build.mjs', import.meta.url))

/**
 * Builds the product unless dist/ was built from the sources as they are now; ends the process when the build fails.
 * The build runs in a process of its own, so that what runs afterwards does not carry the bundler's memory and settings.
 *
 * @returns {void}
 */
export const buildWhenStale = () => {
  if (isBuildFresh(sourceFingerprint())) return
  const { status } = spawnSync(process.execPath, [BUILD], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status === 0) return
  console.error('The build failed; its messages are above.')
  process.exit(1)
}
