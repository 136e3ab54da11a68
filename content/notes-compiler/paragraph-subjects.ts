import { type GlossaryTerm, TERMS } from '../glossary/terms.ts'
import { attributeOf, isStation, stationsShown } from './components.ts'
import { nodesOf, type SyntaxNode } from './syntax-tree.ts'

/** Blocks that a reader reads as one. */
const PARAGRAPHS = ['paragraph', 'tableRow']

/**
 * Tells each paragraph what it is about: `data-stations`, those that it shows, defines or names, and `data-claims`, what
 * it claims. The page marks by them what belongs to the cursor.
 */
export function markParagraphs() {
  return (tree: SyntaxNode): void => {
    for (const node of nodesOf(tree)) {
      if (!PARAGRAPHS.includes(node.type)) continue
      const stations = [...new Set([...nodesOf(node)].flatMap(stationsOf))]
      const claims = [...nodesOf(node)].flatMap((inner) =>
        inner.name === 'Claim' ? (attributeOf(inner, 'name') ?? []) : [],
      )
      const marks = {
        ...(stations.length > 0 && { 'data-stations': stations.join(' ') }),
        ...(claims.length > 0 && { 'data-claims': claims.join(' ') }),
      }
      if (Object.keys(marks).length > 0) node.data = { ...node.data, hProperties: marks }
    }
  }
}

function stationsOf(node: SyntaxNode): readonly string[] {
  if (node.name === 'Show') return stationsShown(node)
  if (node.name === 'Term') {
    const terms: Readonly<Record<string, GlossaryTerm>> = TERMS
    return terms[attributeOf(node, 'name') ?? '']?.stations ?? []
  }
  return node.type === 'inlineCode' || node.type === 'text'
    ? (node.value?.match(/\w+/g) ?? []).filter(namesStation)
    : []
}

/** `client` and `network` are words of every day: naming them says nothing. */
function namesStation(word: string): boolean {
  return isStation(word) && /[A-Z]/.test(word)
}
