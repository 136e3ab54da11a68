import { STATIONS } from '#trace'
import { TERMS } from '../glossary/terms.ts'
import { type CompiledFile, isJsx, nodesOf, type SyntaxNode } from './syntax-tree.ts'

interface ComponentRule {
  readonly needs?: readonly string[]
  readonly takes?: readonly string[]
}

/** What chapters may use beside Markdown (app/notes/notes-components.tsx, app/notes/chapter-parts.ts). */
const COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  Claim: { needs: ['name'] },
  Run: { needs: ['scenario'] },
  Show: { needs: ['stations'] },
  Term: { needs: ['name'] },
  Predict: { needs: ['name'], takes: ['scenario'] },
  Question: {},
  Option: { takes: ['value', 'station'] },
  Reveal: { needs: ['of'] },
  Experiment: { needs: ['number', 'kind', 'title'], takes: ['scenario', 'composer'] },
  Correction: { needs: ['source'] },
  EndpointAddress: {},
  details: {},
  summary: {},
  kbd: {},
}

/** The value of an attribute that is written as a string. */
export function attributeOf(node: SyntaxNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value
  return typeof value === 'string' ? value : undefined
}

/** Ends the compilation where a component, an attribute, a station or a term is none of those that there are. */
export function checkComponents() {
  return (tree: SyntaxNode, file: CompiledFile): void => {
    for (const node of nodesOf(tree)) {
      if (!isJsx(node)) continue
      const fault = faultOf(node)
      if (fault !== null) file.fail(`<${node.name}>: ${fault}`, { place: node.position })
    }
  }
}

function faultOf(node: SyntaxNode): string | null {
  const rule = COMPONENTS[node.name ?? '']
  if (rule === undefined) return `chapters know ${Object.keys(COMPONENTS).join(', ')}`
  const given = (node.attributes ?? []).map(({ name = '{…}' }) => name)
  const missing = rule.needs?.find((name) => !given.includes(name))
  if (missing !== undefined) return `it needs ${missing}`
  const foreign = given.find((name) => !rule.needs?.includes(name) && !rule.takes?.includes(name))
  if (foreign !== undefined) return `it takes no ${foreign}`
  if (node.name === 'Show') {
    const unknown = stationsShown(node).find((name) => !isStation(name))
    if (unknown !== undefined) return `${unknown} is no station`
  }
  if (node.name === 'Term' && !Object.hasOwn(TERMS, attributeOf(node, 'name') ?? '')) {
    return `${attributeOf(node, 'name')} is not in the glossary`
  }
  return null
}

export function stationsShown(node: SyntaxNode): readonly string[] {
  return attributeOf(node, 'stations')?.split(' ') ?? []
}

export function isStation(name: string): boolean {
  return STATIONS.some((station) => station === name)
}
