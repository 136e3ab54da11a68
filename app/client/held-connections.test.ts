import { describe, expect, test } from 'vitest'
import { EXAMPLE_CONFIGURATION } from '../projection/example-configuration.ts'
import { clientTransport } from './client-transport.ts'
import { heldConnections, willHold } from './held-connections.ts'

const WITHOUT_WEBSOCKET = {
  ...EXAMPLE_CONFIGURATION,
  sockJs: { ...EXAMPLE_CONFIGURATION.sockJs, webSocketEnabled: false },
}

describe('the connections that HTTP transports keep', () => {
  test('streams and polls count, WebSockets do not', () => {
    const transports = ['websocket', 'sockjs-websocket', 'sockjs-xhr_streaming', 'sockjs-eventsource', 'sockjs-xhr']
    expect(heldConnections(transports.map((transport) => ({ transport })))).toBe(3)
  })

  test('Auto will keep one only where the server offers no WebSocket', () => {
    expect(willHold(clientTransport('Auto (SockJS)'), EXAMPLE_CONFIGURATION)).toBe(false)
    expect(willHold(clientTransport('Auto (SockJS)'), WITHOUT_WEBSOCKET)).toBe(true)
  })

  test.each([
    ['websocket', false],
    ['raw WebSocket', false],
    ['xhr-streaming', true],
    ['htmlfile', true],
    ['xhr-polling', true],
  ])('%s: %s', (name, holds) => {
    expect(willHold(clientTransport(name), WITHOUT_WEBSOCKET)).toBe(holds)
  })
})
