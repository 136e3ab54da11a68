import type { EdgeTraffic } from '../projection/travel-index.ts'
import { type DiagramGeometry, isClient } from './diagram-geometry.ts'
import { isInsideEndpoint, placesOf } from './edge-lines.ts'

/** The edges that are ribbons. Clients that share a card share its ribbon, which shows the sum of theirs. */
export function ribbonsOf(traffic: readonly EdgeTraffic[], geometry: DiagramGeometry): readonly EdgeTraffic[] {
  const ribbons = new Map<string, EdgeTraffic>()
  for (const edge of traffic) {
    if (edge.level < 2 || isInsideEndpoint(geometry, edge.edge)) continue
    const line = lineOf(edge.edge, geometry)
    const same = ribbons.get(line)
    ribbons.set(line, same === undefined ? edge : sum(same, edge))
  }
  return [...ribbons.values()]
}

function sum(one: EdgeTraffic, other: EdgeTraffic): EdgeTraffic {
  return {
    ...one,
    perSecond: one.perSecond + other.perSecond,
    octetsPerSecond: one.octetsPerSecond + other.octetsPerSecond,
  }
}

/** Equal for edges that lie upon each other. */
function lineOf(edge: string, { clients }: DiagramGeometry): string {
  const shown = placesOf(edge).map((place) =>
    isClient(place) && !clients.includes(place.slice('client:'.length)) ? 'folded clients' : place,
  )
  return shown.join('>')
}
