import { usePage } from '../playback/playback-context.tsx'
import { FILTER_LAYERS } from '../projection/filter/filter-term.ts'

/** What can be asked about, by what it is called in the phrases `filter.ask-…`. */
export interface TermGroup {
  readonly about: 'type' | 'from' | 'to' | 'destination' | 'direction' | 'layer' | 'more'
  readonly terms: readonly string[]
}

/** A command of STOMP or a verb of HTTP; statuses and Spring's own words are asked about by typing. */
const COMMAND = /^[A-Z]{3,}$/

/** Terms that this log has an answer to, as it was when somebody last looked. */
export function useTermGroups(): readonly TermGroup[] {
  const { traits, facets } = usePage().projections.indexes
  const types = distinct(traits.known.map(({ label }) => label)).filter((label) => COMMAND.test(label))
  const owners = distinct(traits.known.map(({ owner }) => owner))
  const recipients = distinct(traits.known.map(({ recipient }) => recipient))
  return [
    { about: 'type', terms: types.map((type) => `type:${type}`) },
    { about: 'from', terms: owners.map((client) => `from:${client}`) },
    { about: 'to', terms: recipients.map((client) => `to:${client}`) },
    { about: 'destination', terms: facets.destinations.filter(isPlain).map((destination) => `dest:${destination}`) },
    { about: 'direction', terms: ['dir:in', 'dir:out'] },
    { about: 'layer', terms: FILTER_LAYERS.map((layer) => `layer:${layer}`) },
    { about: 'more', terms: ['errors', 'heartbeats'] },
  ]
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values)].flatMap((value) => value ?? []).toSorted()
}

/** Without spaces and wildcards: it can be written as it stands. */
function isPlain(destination: string): boolean {
  return /^[^\s"*?]+$/.test(destination)
}
