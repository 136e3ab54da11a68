import mdx from '@mdx-js/rollup'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdxFrontmatter from 'remark-mdx-frontmatter'
import { checkSampleLanguages, colourCodeSamples } from './code-samples.ts'
import { checkComponents } from './components.ts'
import { checkFrontMatter } from './front-matter.ts'
import { addressHeadings } from './headings.ts'
import { markParagraphs } from './paragraph-subjects.ts'

/** A chapter's MDX as a JavaScript module: its text as a component, its front matter as `frontmatter`. */
export type NotesCompiler = (text: string, path: string) => Promise<string>

export async function createNotesCompiler(): Promise<NotesCompiler> {
  const { transform } = mdx({
    remarkPlugins: [
      remarkFrontmatter,
      remarkMdxFrontmatter,
      remarkGfm,
      checkFrontMatter,
      addressHeadings,
      checkSampleLanguages,
      checkComponents,
      markParagraphs,
    ],
    rehypePlugins: [[...(await colourCodeSamples())]],
  })
  return async (text, path) => (await transform(text, path))?.code ?? ''
}
