import { describe, expect, it } from 'vitest'
import { diagramGeometry } from './diagram-geometry.ts'
import { edgeLines, travelledLines } from './edge-lines.ts'
import { WIDE_LAYOUT } from './wide-layout.ts'

const geometry = diagramGeometry(WIDE_LAYOUT, ['A', 'B'])
const CONNECTIONS = ['client:A>webSocketSession', 'client:B>httpEndpoint']
const ids = (travelled: readonly string[]) => edgeLines(geometry, CONNECTIONS, travelled).map(({ id }) => id)

describe('the lines of the diagram', () => {
  it('are the loop and one connection a client while nothing happens', () => {
    const quiet = ids([])
    expect(quiet).toEqual(expect.arrayContaining(CONNECTIONS))
    expect(quiet).not.toContain('client:B>webSocketSession')
    expect(quiet).toContain('simpleBrokerMessageHandler>clientOutboundChannel')
    expect(quiet).not.toContain('stompSubProtocolHandler>application')
  })

  it('get one more where the message went another way, but none between the parts of the endpoint', () => {
    expect(ids(['stompSubProtocolHandler>application'])).toContain('stompSubProtocolHandler>application')
    expect(ids(['webSocketSession>stompSubProtocolHandler'])).toEqual(ids([]))
  })
})

describe('the travelled lines', () => {
  it('have the hue of who travelled them, on the way back as well', () => {
    const lines = travelledLines(geometry, [{ edge: 'webSocketSession>client:B', client: 'A' }])
    expect([...lines]).toEqual([['client:B>webSocketSession', 'A']])
  })

  it('keep the two ways between brokerChannel and UserDestination apart', () => {
    const edge = 'brokerChannel>userDestinationMessageHandler'
    expect([...travelledLines(geometry, [{ edge, client: 'A' }]).keys()]).toEqual([edge])
  })
})
