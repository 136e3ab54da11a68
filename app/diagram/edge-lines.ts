import type { ClientTag } from '#trace'
import type { Place } from '../projection/token.ts'
import { type DiagramGeometry, STANDING_EDGES } from './diagram-geometry.ts'
import type { EdgeCurve } from './edge-curve.ts'

export interface EdgeLine {
  /** `from>to` */
  readonly id: string
  readonly from: Place
  readonly to: Place
  readonly curve: EdgeCurve
}

/** The loop and the connections, and what the current message has travelled besides. */
export function edgeLines(geometry: DiagramGeometry, travelled: Iterable<string>): readonly EdgeLine[] {
  const connections = geometry.clients.map((tag) => `client:${tag}>webSocketSession`)
  const standing = new Set<string>([...connections, ...STANDING_EDGES])
  const besides = [...travelled].filter((id) => !standing.has(id) && !standing.has(reverseOf(id)))
  return [...standing, ...besides].flatMap((id) => {
    const [from, to] = placesOf(id)
    if (insideEndpoint(geometry, from) && insideEndpoint(geometry, to)) return []
    return [{ id, from, to, curve: geometry.curveOf(from, to) }]
  })
}

/** Whose message has travelled a line, in either direction; null: nobody's; undefined: none has. */
export function travellerOf(
  id: string,
  travelled: ReadonlyMap<string, ClientTag | null>,
): ClientTag | null | undefined {
  return travelled.has(id) ? travelled.get(id) : travelled.get(reverseOf(id))
}

export function placesOf(id: string): readonly [from: Place, to: Place] {
  const at = id.indexOf('>')
  return [id.slice(0, at) as Place, id.slice(at + 1) as Place]
}

function reverseOf(id: string): string {
  const [from, to] = placesOf(id)
  return `${to}>${from}`
}

/** The endpoint's parts touch: a line between them would be a blot. */
function insideEndpoint({ layout, boxOf }: DiagramGeometry, place: Place): boolean {
  const { x } = boxOf(place)
  return x >= layout.endpointCard.x && x < layout.endpointCard.x + layout.endpointCard.width
}
