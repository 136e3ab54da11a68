import type { Plugin } from 'vite'
import type { NotesCompiler } from './notes-compiler.ts'

/** What a module is made of: the whole chapter, or what is asked for behind `?`. */
const PARTS: Readonly<Record<string, (compiler: NotesCompiler, text: string, path: string) => Promise<string>>> = {
  '': (compiler, text, path) => compiler.compile(text, path),
  // A list of chapters does not hold their texts.
  'front-matter': (compiler, text, path) => compiler.compileFrontMatter(text, path),
  sections: async (compiler, text, path) => `export default ${JSON.stringify(await compiler.sections(text, path))}`,
}

/** Compiles chapters when they are asked for, and loads the compiler with the first. */
export function notes(): Plugin {
  let loading: Promise<NotesCompiler> | undefined
  return {
    name: 'frameflow:notes',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx(\?(front-matter|sections))?$/ },
      async handler(text, id) {
        loading ??= import('./notes-compiler.ts').then(({ createNotesCompiler }) => createNotesCompiler())
        const [path = id, part = ''] = id.split('?')
        const code = await PARTS[part]?.(await loading, text, path)
        return code === undefined ? null : { code, map: null }
      },
    },
  }
}
