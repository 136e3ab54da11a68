import type { Plugin } from 'vite'
import type { NotesCompiler } from './notes-compiler.ts'

/** The part of a chapter that stands between its two `---`. */
const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/

/**
 * Compiles chapters when they are asked for, and loads the compiler with the first. `chapter.mdx?front-matter` is only
 * what the chapter says about itself: a list of chapters does not hold their texts.
 */
export function notes(): Plugin {
  let loading: Promise<NotesCompiler> | undefined
  return {
    name: 'frameflow:notes',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx(\?front-matter)?$/ },
      async handler(code, id) {
        loading ??= import('./notes-compiler.ts').then(({ createNotesCompiler }) => createNotesCompiler())
        const compile = await loading
        const [path = id, part] = id.split('?')
        return {
          code: await compile(part === undefined ? code : (FRONT_MATTER.exec(code)?.[0] ?? ''), path),
          map: null,
        }
      },
    },
  }
}
