import { clientName } from '../projection/client-name.ts'
import type { Place } from '../projection/token.ts'
import { isClient } from './diagram-geometry.ts'

/** A client's own name, else Spring's name of the station. */
export function placeName(place: Place): string {
  return isClient(place) ? clientName(place.slice('client:'.length)) : place
}
