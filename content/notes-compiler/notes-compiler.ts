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
  /** As a JavaScript module that exports `frontmatter` and nothing of the text. */
  compileFrontMatter(text: string, path: string): Promise<string>
  sections(text: string, path: string): Promise<readonly ChapterSection[]>
}

/** The part of a chapter that stands between its two `---`. */
const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/

type Chapters = ReturnType<typeof mdx>

const compileWith = async (chapters: Chapters, text: string, path: string): Promise<string> =>
  (await chapters.transform(text, path))?.code ?? ''

export function createNotesCompiler(): NotesCompiler {
  const frontMatters = mdx({ remarkPlugins: [remarkFrontmatter, remarkMdxFrontmatter, checkFrontMatter] })
  // A page that has just begun lists the chapters, and shows none.
  let chapters: Promise<Chapters> | undefined
  return {
    async compile(text, path) {
      chapters ??= chapterCompiler()
      return compileWith(await chapters, text, path)
    },
    compileFrontMatter: (text, path) => compileWith(frontMatters, FRONT_MATTER.exec(text)?.[0] ?? '', path),
    sections: readSections,
  }
}

async function chapterCompiler(): Promise<Chapters> {
  return mdx({
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
}

async function readSections(text: string, path: string): Promise<readonly ChapterSection[]> {
  let sections: readonly ChapterSection[] = []
  const keep = () => (tree: SyntaxNode) => {
    sections = sectionsOf(tree)
  }
  await mdx({ remarkPlugins: [remarkFrontmatter, remarkGfm, keep] }).transform(text, path)
  return sections
}
