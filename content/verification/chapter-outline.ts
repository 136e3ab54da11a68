import mdx from '@mdx-js/rollup'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { isJsx, nodesOf, type SyntaxNode, textOf } from '../notes-compiler/syntax-tree.ts'

/** A chapter as it is written, in one language. */
export interface ChapterFile {
  /** As `content/notes/en/08-the-map.mdx`. */
  readonly file: string
  readonly language: string
  readonly slug: string
  readonly text: string
}

/** A component of the notes as a chapter uses it. */
export interface Use {
  readonly component: string
  /** Attributes that are plain strings. */
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
}

/** A fence. */
export interface Sample {
  readonly language: string
  /** Of its first line: `scenario="the-map/greeting"` is `{ scenario: 'the-map/greeting' }`. */
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly line: number
}

/** What of a chapter can be judged. */
export interface ChapterOutline {
  readonly chapter: ChapterFile
  /** In the order of the text. */
  readonly uses: readonly Use[]
  readonly samples: readonly Sample[]
  readonly paragraphs: readonly { readonly line: number; readonly words: number }[]
}

export async function outlineOf(chapter: ChapterFile): Promise<ChapterOutline> {
  let outline: ChapterOutline = { chapter, uses: [], samples: [], paragraphs: [] }
  const collect = () => (tree: SyntaxNode) => {
    const nodes = [...nodesOf(tree)]
    outline = {
      chapter,
      uses: nodes.filter(isJsx).map(useOf),
      samples: nodes.filter(({ type }) => type === 'code').map(sampleOf),
      paragraphs: nodes.filter(isParagraph).map((node) => ({ line: lineOf(node), words: wordsIn(textOf(node)) })),
    }
  }
  await mdx({ remarkPlugins: [remarkFrontmatter, remarkGfm, collect] }).transform(chapter.text, chapter.file)
  return outline
}

const useOf = (node: SyntaxNode): Use => ({
  component: node.name ?? '',
  attributes: Object.fromEntries(
    (node.attributes ?? []).flatMap(({ name, value }) =>
      name !== undefined && typeof value === 'string' ? [[name, value] as const] : [],
    ),
  ),
  line: lineOf(node),
})

const sampleOf = (node: SyntaxNode): Sample => ({
  language: node.lang ?? '',
  attributes: Object.fromEntries(
    [...(node.meta ?? '').matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  ),
  text: node.value ?? '',
  line: lineOf(node),
})

/** A paragraph, or the text that stands in a component without one. */
const isParagraph = (node: SyntaxNode): boolean =>
  node.type === 'paragraph' ||
  (node.type === 'mdxJsxFlowElement' && (node.children ?? []).some(({ type }) => type === 'text'))

const lineOf = ({ position }: SyntaxNode): number => position?.start.line ?? 1

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
