import type { RouteItem } from '../projection/route-item.ts'
import type { Place } from '../projection/token.ts'

/** Where the current step happens; of an offer fan also who took the message. */
export function activePlaces(items: readonly RouteItem[]): ReadonlySet<Place> {
  const here = items.findLast(({ state }) => state === 'here')
  if (here === undefined) return new Set()
  const place: Place = here.station === 'client' && here.client !== null ? `client:${here.client}` : here.station
  const takers = here.offers.filter(({ answer }) => answer === 'taken').map(({ handler }) => handler)
  return new Set([place, ...takers])
}
