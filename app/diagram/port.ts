import { type Box, centreOf, type Point } from './box.ts'

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Where an edge meets a box. `at` runs along the side from 0 to 1; `outset` lies outside of the box. */
export type Port = { readonly side: Side; readonly at: number; readonly outset?: number } | { readonly side: 'centre' }

/** Where the port is, and which way an edge leaves the box there. */
export interface PlacedPort {
  readonly point: Point
  readonly direction: Point
}

const DIRECTIONS: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

export function placePort(box: Box, port: Port): PlacedPort {
  if (port.side === 'centre') return { point: centreOf(box), direction: { x: 0, y: 0 } }
  const direction = DIRECTIONS[port.side]
  const outset = port.outset ?? 0
  const along =
    direction.x === 0
      ? { x: box.x + box.width * port.at, y: port.side === 'top' ? box.y : box.y + box.height }
      : { x: port.side === 'left' ? box.x : box.x + box.width, y: box.y + box.height * port.at }
  return { point: { x: along.x + direction.x * outset, y: along.y + direction.y * outset }, direction }
}

/** The two sides that face each other, for a way that no layout has authored. */
export function facingPorts(from: Box, to: Box): readonly [Port, Port] {
  const a = centreOf(from)
  const b = centreOf(to)
  const horizontal = Math.abs(b.x - a.x) > Math.abs(b.y - a.y)
  const forwards = horizontal ? b.x >= a.x : b.y >= a.y
  const [near, far]: readonly [Side, Side] = horizontal ? ['right', 'left'] : ['bottom', 'top']
  const ports: readonly [Port, Port] = [
    { side: near, at: 0.5 },
    { side: far, at: 0.5 },
  ]
  return forwards ? ports : [ports[1], ports[0]]
}
