import { expect, test } from 'vitest'
import type { EdgeTraffic } from '../projection/travel-index.ts'
import { diagramGeometry } from './diagram-geometry.ts'
import { ribbonsOf } from './ribbons-of.ts'
import { WIDE_LAYOUT } from './wide-layout.ts'

const busy = (edge: EdgeTraffic['edge'], perSecond = 50): EdgeTraffic => ({
  edge,
  level: 2,
  perSecond,
  octetsPerSecond: perSecond * 100,
})

test('edges that are no ribbons, and those inside the endpoint, show no number', () => {
  const geometry = diagramGeometry(WIDE_LAYOUT, ['A', 'B'])
  const ribbon = busy('client:A>webSocketSession')
  const shapes = { ...busy('client:B>webSocketSession', 20), level: 1 } as const
  expect(ribbonsOf([ribbon, shapes, busy('webSocketSession>stompSubProtocolHandler')], geometry)).toEqual([ribbon])
})

test('clients that share a card share a number, each direction its own', () => {
  const geometry = diagramGeometry(WIDE_LAYOUT, ['A', 'B', 'C', 'D', 'E'])
  const traffic = [
    busy('client:A>webSocketSession'),
    busy('client:D>webSocketSession', 60),
    busy('client:E>webSocketSession', 70),
    busy('webSocketSession>client:E', 80),
  ]
  expect(ribbonsOf(traffic, geometry).map(({ perSecond, octetsPerSecond }) => [perSecond, octetsPerSecond])).toEqual([
    [50, 5_000],
    [130, 13_000],
    [80, 8_000],
  ])
})
