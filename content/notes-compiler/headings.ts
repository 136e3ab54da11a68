import { headingSlug } from './heading-slug.ts'
import { type CompiledFile, nodesOf, type SyntaxNode, textOf } from './syntax-tree.ts'

/** `##` is a section of a chapter, `###` a part of one; the title is the front matter's. */
const DEPTHS: readonly (number | undefined)[] = [2, 3]

/** Gives each heading the address of its words. The page has the title above them, so each stands one level lower. */
export function addressHeadings() {
  return (tree: SyntaxNode, file: CompiledFile): void => {
    const taken = new Set<string>()
    for (const node of nodesOf(tree)) {
      if (node.type !== 'heading') continue
      if (!DEPTHS.includes(node.depth)) {
        file.fail('a chapter has headings ## and ###; its title stands in the front matter', { place: node.position })
      }
      const id = headingSlug(textOf(node))
      if (taken.has(id)) file.fail(`two headings are #${id}`, { place: node.position })
      taken.add(id)
      node.data = { hName: `h${(node.depth ?? 0) + 1}`, hProperties: { id, tabIndex: -1 } }
    }
  }
}
