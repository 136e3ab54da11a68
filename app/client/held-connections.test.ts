import { describe, expect, test } from 'vitest'
import { EXAMPLE_CONFIGURATION } from '../projection/example-configuration.ts'
import { clientTransport } from './client-transport.ts'
import { heldConnections, willHold } from './held-connections.ts'

const WITHOUT_WEBSOCKET = {
  ...EXAMPLE_CONFIGURATION,
  sockJs: { ...EXAMPLE_CONFIGURATION.sockJs, webSocketEnabled: false },
}

describe('the connections that HTTP transports keep', () => {
  test('streams and polls count, WebSockets and who has left do not', () => {
    const clients = [
      { status: 'connected', transport: 'websocket' },
      { status: 'connected', transport: 'sockjs-websocket' },
      { status: 'connected', transport: 'sockjs-xhr_streaming' },
      { status: 'open', transport: 'sockjs-xhr' },
      { status: 'closed', transport: 'sockjs-eventsource' },
      { status: 'connecting', transport: null },
    ] as const
    expect(heldConnections(clients)).toBe(2)
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
