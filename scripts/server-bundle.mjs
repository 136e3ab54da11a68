import { join } from 'node:path'
import { PROJECT_ROOT } from './project-root.mjs'

const SERVER_FOLDER = join(PROJECT_ROOT, 'server')

/**
 * @typedef {object} ServerBundle
 * @property {string} file
 * @property {readonly string[]} sources the server's own files that it was made of
 */

/**
 * The server in one file: two hundred modules, one by one, would take a second longer to load.
 *
 * @param {string} folder is emptied
 * @param {string} name
 * @returns {Promise<ServerBundle>}
 */
export const bundleServer = async (folder, name) => {
  const { build } = await import('vite')
  const { output } = /** @type {import('vite').Rollup.RollupOutput} */ (
    await build({
      configFile: false,
      root: SERVER_FOLDER,
      logLevel: 'silent',
      build: {
        ssr: join(SERVER_FOLDER, 'node/development-entry.ts'),
        target: 'node20',
        outDir: folder,
        emptyOutDir: true,
        sourcemap: 'inline',
        rollupOptions: { output: { entryFileNames: name } },
      },
    })
  )
  return { file: join(folder, name), sources: output[0].moduleIds.filter((id) => id.startsWith(SERVER_FOLDER)) }
}
