import { STATIONS } from '#trace'
import { SPAN_PARTS } from '../../app/projection/layers/span-part.ts'
import { TERMS } from '../glossary/terms.ts'
import { type CompiledFile, isJsx, nodesOf, type SyntaxNode } from './syntax-tree.ts'

interface ComponentRule {
  readonly needs?: readonly string[]
  /** One of these. */
  readonly needsEither?: readonly string[]
  readonly takes?: readonly string[]
}

/** What chapters may use beside Markdown (app/notes/notes-components.tsx, app/notes/chapter-parts.ts). */
const COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  Claim: { needs: ['name'] },
  Run: { needs: ['scenario'] },
  Show: { needsEither: ['stations', 'frames'], takes: ['scenario'] },
  Term: { needs: ['name'] },
  Predict: { needs: ['name'], takes: ['scenario'] },
  Question: {},
  Option: { takes: ['value', 'station'] },
  Reveal: { needs: ['of'] },
  Experiment: { needs: ['number', 'kind', 'title'], takes: ['scenario', 'composer'] },
  Correction: { needs: ['source'] },
  EndpointAddress: {},
  TransportChooser: {},
  details: {},
  summary: {},
  kbd: {},
}

/** The value of an attribute that is written as a string. */
export function attributeOf(node: SyntaxNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value
  return typeof value === 'string' ? value : undefined
}

/** Ends the compilation where a component, an attribute, a station, a part or a term is none of those that there are. */
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
  return attributeFault(node, rule) ?? NAME_FAULTS[node.name ?? '']?.(node) ?? null
}

function attributeFault(node: SyntaxNode, { needs = [], needsEither = [], takes = [] }: ComponentRule): string | null {
  const given = (node.attributes ?? []).map(({ name = '{…}' }) => name)
  const missing = needs.find((name) => !given.includes(name))
  if (missing !== undefined) return `it needs ${missing}`
  if (needsEither.length > 0 && needsEither.filter((name) => given.includes(name)).length !== 1)
    return `it needs ${needsEither.join(' or ')}`
  const foreign = given.find((name) => ![...needs, ...needsEither, ...takes].includes(name))
  return foreign === undefined ? null : `it takes no ${foreign}`
}

/** What is wrong with the names in a component's attributes. */
const NAME_FAULTS: Readonly<Record<string, (node: SyntaxNode) => string | null>> = {
  Show: (node) => {
    const unknown = stationsShown(node).find((name) => !isStation(name))
    if (unknown !== undefined) return `${unknown} is no station`
    const part = attributeOf(node, 'frames')
    if (part === undefined) return null
    if (!Object.hasOwn(SPAN_PARTS, part)) return `${part} is no part of a layer`
    return attributeOf(node, 'scenario') === undefined ? `frames need a scenario in which ${part} is seen` : null
  },
  Term: (node) => {
    const term = attributeOf(node, 'name') ?? ''
    return Object.hasOwn(TERMS, term) ? null : `${term} is not in the glossary`
  },
}

export function stationsShown(node: SyntaxNode): readonly string[] {
  return attributeOf(node, 'stations')?.split(' ') ?? []
}

export function isStation(name: string): boolean {
  return STATIONS.some((station) => station === name)
}
