import type { ClientTag } from '#trace'
import type { Place } from '../projection/token.ts'
import type { Box } from './box.ts'
import { type DiagramLayout, MOST_CLIENTS, type StationEdge } from './diagram-layout.ts'
import { type EdgeCurve, edgeCurve, reversed } from './edge-curve.ts'
import { facingPorts, type Port, placePort } from './port.ts'

/** Where everything is for one layout and one row of clients. */
export interface DiagramGeometry {
  readonly layout: DiagramLayout
  /** The clients that have a card of their own, top to bottom. */
  readonly clients: readonly ClientTag[]
  /** How many clients the last card stands for, besides those in `clients`; 0: there is no such card. */
  readonly folded: number
  boxOf(place: Place): Box
  /** Box number `index` of the clients' column. */
  clientBox(index: number): Box
  curveOf(from: Place, to: Place): EdgeCurve
}

type PlaceKind = keyof DiagramLayout['boxes']

export function diagramGeometry(layout: DiagramLayout, tags: readonly ClientTag[]): DiagramGeometry {
  const shown = tags.length > MOST_CLIENTS ? tags.slice(0, MOST_CLIENTS - 1) : tags
  const folded = tags.length - shown.length
  const cards = Math.max(1, shown.length + (folded > 0 ? 1 : 0))
  const tops = layout.clientTops[cards] ?? []

  function clientBox(index: number): Box {
    const column = layout.boxes.client
    return { x: column.x, y: tops[index] ?? column.y, width: column.width, height: layout.clientHeight }
  }

  function clientIndex(place: Place): number {
    const index = shown.indexOf(place.slice('client:'.length))
    return index === -1 ? cards - 1 : index
  }

  function boxOf(place: Place): Box {
    return isClient(place) ? clientBox(clientIndex(place)) : layout.boxes[place as PlaceKind]
  }

  /** Clients reach the endpoint one below the other, as they stand. */
  function spread(port: Port, client: Place): Port {
    if (port.side === 'centre' || cards === 1) return port
    return { ...port, at: 0.18 + (0.64 * clientIndex(client)) / (cards - 1) }
  }

  function curveOf(from: Place, to: Place): EdgeCurve {
    const authored = layout.ports[`${kindOf(from)}>${kindOf(to)}`]
    if (authored === undefined && isAuthored(layout, to, from)) {
      return reversed(curveOf(to, from))
    }
    const [leaves, enters] = authored ?? portsBetween(layout, from, to, boxOf)
    const target = isClient(from) && isConnectionEnd(to) ? spread(enters, from) : enters
    return edgeCurve(placePort(boxOf(from), leaves), placePort(boxOf(to), target))
  }

  return { layout, clients: shown, folded, boxOf, clientBox, curveOf }
}

export function isClient(place: Place): place is `client:${string}` {
  return place.startsWith('client:')
}

/** Whether the layout says how an edge runs, in this direction. */
export function isAuthored(layout: DiagramLayout, from: Place, to: Place): boolean {
  return layout.ports[`${kindOf(from)}>${kindOf(to)}`] !== undefined
}

/** Where a WebSocket ends, and an HTTP request. */
function isConnectionEnd(place: Place): boolean {
  return place === 'webSocketSession' || place === 'httpEndpoint'
}

function kindOf(place: Place): PlaceKind {
  return isClient(place) ? 'client' : (place as PlaceKind)
}

/** Parts of the endpoint touch each other: between them a token goes from middle to middle. */
function portsBetween(
  layout: DiagramLayout,
  from: Place,
  to: Place,
  boxOf: (place: Place) => Box,
): readonly [Port, Port] {
  const inside = (box: Box) =>
    box.x >= layout.endpointCard.x && box.x < layout.endpointCard.x + layout.endpointCard.width
  const [a, b] = [boxOf(from), boxOf(to)]
  if (inside(a) && inside(b)) return [{ side: 'centre' }, { side: 'centre' }]
  return facingPorts(a, b)
}

/** What is drawn even when nothing happens: the loop, and each client's connection. */
export const STANDING_EDGES: readonly StationEdge[] = [
  'stompSubProtocolHandler>clientInboundChannel',
  'clientInboundChannel>simpAnnotationMethodMessageHandler',
  'clientInboundChannel>userDestinationMessageHandler',
  'clientInboundChannel>simpleBrokerMessageHandler',
  'simpAnnotationMethodMessageHandler>brokerChannel',
  'userDestinationMessageHandler>brokerChannel',
  'application>brokerChannel',
  'brokerChannel>simpleBrokerMessageHandler',
  'simpleBrokerMessageHandler>clientOutboundChannel',
  'clientOutboundChannel>stompSubProtocolHandler',
]
