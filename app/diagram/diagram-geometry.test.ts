import { describe, expect, it } from 'vitest'
import { STATIONS } from '#trace'
import type { Place } from '../projection/token.ts'
import { type Box, overlap } from './box.ts'
import { diagramGeometry, STANDING_EDGES } from './diagram-geometry.ts'
import type { DiagramLayout } from './diagram-layout.ts'
import { pointOn } from './edge-curve.ts'
import { TALL_LAYOUT } from './tall-layout.ts'
import { WIDE_LAYOUT } from './wide-layout.ts'

const TAGS = ['A', 'B', 'C', 'D', 'E', 'F']
/** They have no box of their own, or share one with a box that is never shown beside them. */
const UNBOXED = new Set(['client', 'network', 'stompBrokerRelayMessageHandler', 'messageBroker'])

function boxes(layout: DiagramLayout, clients: number): readonly (readonly [string, Box])[] {
  const geometry = diagramGeometry(layout, TAGS.slice(0, clients))
  const cards = Array.from({ length: geometry.clients.length + (geometry.folded > 0 ? 1 : 0) }, (_, index) => index)
  return [
    ...STATIONS.filter((station) => !UNBOXED.has(station)).map(
      (station) => [station, geometry.boxOf(station)] as const,
    ),
    ...cards.map((index) => [`client ${index}`, geometry.clientBox(index)] as const),
  ]
}

/** How far a point is from the nearest border of a box. */
function distanceToBorder(box: Box, { x, y }: { x: number; y: number }): number {
  const dx = Math.max(box.x - x, 0, x - (box.x + box.width))
  const dy = Math.max(box.y - y, 0, y - (box.y + box.height))
  if (dx > 0 || dy > 0) return Math.hypot(dx, dy)
  return Math.min(x - box.x, box.x + box.width - x, y - box.y, box.y + box.height - y)
}

describe.each([WIDE_LAYOUT, TALL_LAYOUT])('the $name layout', (layout) => {
  it.each([1, 2, 3, 4, 6])('lays no box over another and none outside, with %i clients', (clients) => {
    const placed = boxes(layout, clients)
    for (const [name, box] of placed) {
      expect(box.x >= 0 && box.y >= 0, `${name} begins inside`).toBe(true)
      expect(box.x + box.width <= layout.width && box.y + box.height <= layout.height, `${name} ends inside`).toBe(true)
      for (const [other, otherBox] of placed) {
        if (other !== name) expect(overlap(box, otherBox), `${name} over ${other}`).toBe(false)
      }
    }
  })

  it('begins and ends every standing edge at the border of its boxes', () => {
    const geometry = diagramGeometry(layout, ['A', 'B', 'C'])
    const edges = [...STANDING_EDGES, 'client:A>webSocketSession', 'client:C>webSocketSession']
    for (const edge of edges) {
      const [from, to] = edge.split('>') as [Place, Place]
      const curve = geometry.curveOf(from, to)
      expect(distanceToBorder(geometry.boxOf(from), curve.start), `${edge} starts`).toBeLessThanOrEqual(8)
      expect(distanceToBorder(geometry.boxOf(to), curve.tip), `${edge} ends`).toBeLessThanOrEqual(8)
    }
  })

  it('lets no standing edge run through a box that it does not belong to', () => {
    const geometry = diagramGeometry(layout, ['A', 'B'])
    for (const edge of STANDING_EDGES) {
      const [from, to] = edge.split('>') as [Place, Place]
      const curve = geometry.curveOf(from, to)
      const own = new Set<string>([from, to])
      for (const [name, box] of boxes(layout, 2)) {
        if (own.has(name)) continue
        for (let t = 0; t <= 1; t += 1 / 64) {
          expect(overlap({ ...pointOn(curve, t), width: 0, height: 0 }, box), `${edge} through ${name}`).toBe(false)
        }
      }
    }
  })

  it('knows a way between any two places, back as well as forth', () => {
    const geometry = diagramGeometry(layout, ['A', 'B'])
    const places: readonly Place[] = ['client:A', 'client:Z', ...STATIONS]
    for (const from of places) {
      for (const to of places) {
        const curve = geometry.curveOf(from, to)
        expect(Number.isFinite(curve.start.x + curve.end.y + curve.control1.x + curve.control2.y)).toBe(true)
      }
    }
    const forth = geometry.curveOf('client:A', 'webSocketSession')
    const back = geometry.curveOf('webSocketSession', 'client:A')
    expect(back.end).toEqual(forth.start)
  })

  it('folds clients beyond the fourth card into one', () => {
    const geometry = diagramGeometry(layout, TAGS)
    expect(geometry.clients).toEqual(['A', 'B', 'C'])
    expect(geometry.folded).toBe(3)
    expect(geometry.boxOf('client:F')).toEqual(geometry.clientBox(3))
  })
})
