import { describe, expect, it } from 'vitest'
import type { Place } from '../projection/token.ts'
import type { Box } from './box.ts'
import { diagramGeometry } from './diagram-geometry.ts'
import { nearestPlace } from './nearest-place.ts'
import { WIDE_LAYOUT } from './wide-layout.ts'

describe('the arrows in the diagram', () => {
  const geometry = diagramGeometry(WIDE_LAYOUT, ['A', 'B'])
  const places: readonly Place[] = [
    'client:A',
    'client:B',
    'httpEndpoint',
    'webSocketSession',
    'stompSubProtocolHandler',
    'clientInboundChannel',
    'simpAnnotationMethodMessageHandler',
    'userDestinationMessageHandler',
    'simpleBrokerMessageHandler',
    'brokerChannel',
    'clientOutboundChannel',
    'application',
  ]
  const boxes = new Map<Place, Box>(places.map((place) => [place, geometry.boxOf(place)]))

  it('follow the flow', () => {
    expect(nearestPlace(boxes, 'clientInboundChannel', 'ArrowRight')).toBe('simpAnnotationMethodMessageHandler')
    expect(nearestPlace(boxes, 'simpAnnotationMethodMessageHandler', 'ArrowDown')).toBe('userDestinationMessageHandler')
    expect(nearestPlace(boxes, 'userDestinationMessageHandler', 'ArrowRight')).toBe('brokerChannel')
    expect(nearestPlace(boxes, 'simpleBrokerMessageHandler', 'ArrowLeft')).toBe('clientOutboundChannel')
  })

  it('stay where nothing lies ahead', () => {
    expect(nearestPlace(boxes, 'client:A', 'ArrowLeft')).toBe('client:A')
  })
})
