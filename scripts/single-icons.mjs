import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const PACKAGE = 'lucide-react'
const IMPORT = /import \{([^}]*)\} from 'lucide-react'/g

/**
 * Which module each icon is in, under all of its names.
 *
 * @returns {ReadonlyMap<string, string>}
 */
const modulesOfIcons = () => {
  const entry = readFileSync(createRequire(import.meta.url).resolve(`${PACKAGE}/dist/esm/${PACKAGE}.mjs`), 'utf8')
  return new Map(
    [...entry.matchAll(/export \{([^}]*)\} from '\.\/icons\/([^']+)\.mjs'/g)].flatMap(([, names = '', file = '']) =>
      [...names.matchAll(/default as (\w+)/g)].map(([, name = '']) => /** @type {const} */ ([name, file])),
    ),
  )
}

/**
 * Vite plugin for development, where nothing is shaken off: the page takes the module of each icon that it shows,
 * instead of all two thousand.
 *
 * @returns {import('vite').Plugin}
 */
export const singleIcons = () => {
  const modules = modulesOfIcons()

  /** @type {(imported: string) => string} */
  const importOne = (imported) => {
    const [name = '', as = name] = imported.split(' as ')
    const file = modules.get(name)
    return file ? `import ${as} from '${PACKAGE}/icons/${file}'` : `import { ${imported} } from '${PACKAGE}'`
  }

  return {
    name: 'frameflow:single-icons',
    enforce: 'pre',
    transform: {
      filter: { id: /\.tsx?$/, code: IMPORT },
      handler: (code) => ({
        // Lines stay where they are; what stands behind an import in its line is nothing.
        code: code.replace(IMPORT, (statement, /** @type {string} */ names) => {
          const values = names.split(',').map((name) => name.trim())
          const imports = values.filter((name) => name !== '' && !name.startsWith('type ')).map(importOne)
          return imports.join('; ') + '\n'.repeat(statement.split('\n').length - 1)
        }),
        map: null,
      }),
    },
  }
}
