import mdx from '@mdx-js/rollup'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdxFrontmatter from 'remark-mdx-frontmatter'
import { checkSampleLanguages, colourCodeSamples } from './code-samples.ts'
import { checkComponents } from './components.ts'
import { checkFrontMatter } from './front-matter.ts'
import { addressHeadings } from './headings.ts'
import { markParagraphs } from './paragraph-subjects.ts'
import { type ChapterSection, sectionsOf } from './sections.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** Reads a chapter's MDX; a chapter that is not as it must be is an error with its place. */
export interface NotesCompiler {
  /** As a JavaScript module: its text as a component, its front matter as `frontmatter`. */
  compile(text: string, path: string): Promise<string>
  sections(text: string, path: string): Promise<readonly ChapterSection[]>
}

export async function createNotesCompiler(): Promise<NotesCompiler> {
  const chapters = mdx({
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
  return {
    compile: async (text, path) => (await chapters.transform(text, path))?.code ?? '',
    sections: readSections,
  }
}

async function readSections(text: string, path: string): Promise<readonly ChapterSection[]> {
  let sections: readonly ChapterSection[] = []
  const keep = () => (tree: SyntaxNode) => {
    sections = sectionsOf(tree)
  }
  await mdx({ remarkPlugins: [remarkFrontmatter, remarkGfm, keep] }).transform(text, path)
  return sections
}
