import { headingSlug } from './heading-slug.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** A stretch of a chapter under one heading, as plain text: what a search looks through. */
export interface ChapterSection {
  /** The address of the heading within the chapter; null before the first one. */
  readonly id: string | null
  readonly heading: string | null
  readonly text: string
}

/** Nodes whose children stand in one line; those of every other stand apart. */
const LINES = ['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell', 'mdxJsxTextElement']

/** Not read before something has happened, or never. */
const UNREAD_TYPES = ['yaml', 'mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']
const UNREAD_COMPONENTS: readonly (string | null | undefined)[] = ['Reveal']

export function sectionsOf(tree: SyntaxNode): readonly ChapterSection[] {
  const sections: { readonly heading: string | null; readonly texts: string[] }[] = [{ heading: null, texts: [] }]
  for (const node of tree.children ?? []) {
    if (node.type === 'heading') sections.push({ heading: readText(node), texts: [] })
    else sections.at(-1)?.texts.push(readText(node))
  }
  return sections
    .map(({ heading, texts }) => ({
      id: heading === null ? null : headingSlug(heading),
      heading,
      text: texts.join(' ').replace(/\s+/g, ' ').trim(),
    }))
    .filter(({ heading, text }) => heading !== null || text !== '')
}

function readText(node: SyntaxNode): string {
  if (UNREAD_TYPES.includes(node.type) || UNREAD_COMPONENTS.includes(node.name)) return ''
  return node.value ?? (node.children ?? []).map(readText).join(LINES.includes(node.type) ? '' : ' ')
}
