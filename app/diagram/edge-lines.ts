import type { ClientTag } from '#trace'
import type { Place } from '../projection/token.ts'
import type { TravelledEdge } from '../projection/travelled-edges.ts'
import { type DiagramGeometry, isAuthored, STANDING_EDGES } from './diagram-geometry.ts'
import type { EdgeCurve } from './edge-curve.ts'

export interface EdgeLine {
  /** `from>to` */
  readonly id: string
  readonly from: Place
  readonly to: Place
  readonly curve: EdgeCurve
  /** Whether it is what connects a client. */
  readonly isConnection: boolean
}

/**
 * The loop and the connections, and what the current message has travelled besides.
 * @param connections `from>to` of each client
 */
export function edgeLines(
  geometry: DiagramGeometry,
  connections: readonly string[],
  travelled: Iterable<string>,
): readonly EdgeLine[] {
  return [...new Set([...connections, ...STANDING_EDGES, ...travelled])].flatMap((id) => {
    if (isInsideEndpoint(geometry, id)) return []
    const [from, to] = placesOf(id)
    return [{ id, from, to, curve: geometry.curveOf(from, to), isConnection: connections.includes(id) }]
  })
}

/** Whose message has travelled which line: a way back that has no line of its own is on the way forth. */
export function travelledLines(
  { layout }: DiagramGeometry,
  edges: readonly TravelledEdge[],
): ReadonlyMap<string, ClientTag | null> {
  return new Map(
    edges.map(({ edge, client }) => {
      const [from, to] = placesOf(edge)
      const wayBack = !isAuthored(layout, from, to) && isAuthored(layout, to, from)
      return [wayBack ? `${to}>${from}` : edge, client]
    }),
  )
}

export function placesOf(id: string): readonly [from: Place, to: Place] {
  const at = id.indexOf('>')
  return [id.slice(0, at) as Place, id.slice(at + 1) as Place]
}

/** The endpoint's parts touch: a line between them would be a blot. */
export function isInsideEndpoint({ layout, boxOf }: DiagramGeometry, edge: string): boolean {
  return placesOf(edge).every((place) => {
    const { x } = boxOf(place)
    return x >= layout.endpointCard.x && x < layout.endpointCard.x + layout.endpointCard.width
  })
}
