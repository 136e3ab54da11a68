import { describe, expect, it } from 'vitest'
import { diagramGeometry } from './diagram-geometry.ts'
import { edgeLines, travellerOf } from './edge-lines.ts'
import { WIDE_LAYOUT } from './wide-layout.ts'

const geometry = diagramGeometry(WIDE_LAYOUT, ['A', 'B'])
const ids = (travelled: readonly string[]) => edgeLines(geometry, travelled).map(({ id }) => id)

describe('the lines of the diagram', () => {
  it('are the loop and one connection a client while nothing happens', () => {
    const quiet = ids([])
    expect(quiet).toContain('client:A>webSocketSession')
    expect(quiet).toContain('simpleBrokerMessageHandler>clientOutboundChannel')
    expect(quiet).not.toContain('stompSubProtocolHandler>application')
  })

  it('get one more where the message went another way', () => {
    expect(ids(['stompSubProtocolHandler>application'])).toContain('stompSubProtocolHandler>application')
  })

  it('are not doubled by the way back, nor drawn between the parts of the endpoint', () => {
    const back = ['webSocketSession>client:A', 'webSocketSession>stompSubProtocolHandler']
    expect(ids(back)).toEqual(ids([]))
  })

  it('have the hue of who travelled them, in either direction', () => {
    const travelled = new Map([['webSocketSession>client:B', 'A']])
    expect(travellerOf('client:B>webSocketSession', travelled)).toBe('A')
    expect(travellerOf('client:A>webSocketSession', travelled)).toBeUndefined()
  })
})
