import { describe, expect, it } from 'vitest'
import type { HeldRequest } from '../projection/held-request.ts'
import type { ClientState } from '../projection/lab-state.ts'
import { connectionEdge, connectionPipe, pipeFill } from './connection-pipe.ts'

const bob = (transport: string | null): ClientState => ({
  ...{ tag: 'B', session: transport === null ? null : 'b', transport, status: 'open', user: null },
  ...{ heartbeat: null, stompVersion: null, closeCode: null },
})

const held: HeldRequest = {
  ...{ client: 'B', seq: 7, session: 'b', method: 'POST', segment: 'xhr_streaming', answer: 'stream' },
  ...{ since: 0, bytes: 32_768, prelude: 2049, limit: 131_072 },
}

describe("a client's connection", () => {
  it.each([
    [null, undefined, 'webSocketSession'],
    ['websocket', 'upgrade', 'webSocketSession'],
    ['sockjs-websocket', 'upgrade', 'webSocketSession'],
    ['sockjs-xhr_streaming', 'stream', 'httpEndpoint'],
    ['sockjs-xhr', 'poll', 'httpEndpoint'],
  ])('over %s is a pipe of kind %s to %s', (transport, kind, end) => {
    const lab = { clients: [bob(transport)], held: [] }
    expect(connectionPipe(lab, 'B')?.kind).toBe(kind)
    expect(connectionEdge(lab, 'B')).toBe(`client:B>${end}`)
  })

  it('is there from the request on that may become a session, and fills to its limit', () => {
    const pipe = connectionPipe({ clients: [bob(null)], held: [held] }, 'B')
    expect(pipe).toEqual({ kind: 'stream', request: held })
    expect(pipe && pipeFill(pipe)).toBe(0.25)
    expect(pipeFill({ kind: 'stream', request: { ...held, bytes: 131_100 } })).toBe(1)
  })
})
