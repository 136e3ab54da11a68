import { expect, test } from 'vitest'
import { createSimulation } from '../../../server/simulation.ts'
import { encodeWebSocketFrame } from '../../../server/websocket/websocket-frame-encoder.ts'
import { TraceBuilder } from '../trace-builder.ts'
import { beatKind } from './beat-kind.ts'
import { messageLayers } from './message-layers.ts'

type Transport = ReturnType<typeof createSimulation>['transport']

/** What is inspected at each event of the type, client A having said that much over what it opened. */
const inspected = (config: string, type: string, open: (transport: Transport) => void) => {
  const { lab, scheduler, transport } = createSimulation({ config })
  open(transport)
  scheduler.advance(30_000)
  const { ring } = lab
  return ring.range(ring.first, ring.next).flatMap((event) => {
    const layers = event.type === type ? messageLayers(ring, event.seq) : null
    return layers === null ? [] : [{ layers, kind: beatKind(layers.leg) }]
  })
}

const nothing = () => undefined
const CONNECT = 'CONNECT\naccept-version:1.2\nheart-beat:0,1000\n\n\0'

const connect = (path: string, texts: readonly string[]) => (transport: Transport) => {
  const request = { path, query: 'client=A' }
  const socket = transport.connect(request, [], [['Origin', 'http://localhost']], {
    onOpen: () => {
      for (const text of texts) socket.send({ kind: 'text', text })
    },
    onMessage: nothing,
    onClose: nothing,
    onRefused: nothing,
  })
}

test('a lone end of line of a client, on every layer (STOMP 1.2 §Heart-beating)', () => {
  const [beat] = inspected('heartbeat', 'heartbeat.received', connect('/ws', [CONNECT, '\n']))
  expect(beat?.kind).toBe('stomp')
  expect(beat?.layers.stomp).toMatchObject({ text: '\n', spans: [{ part: 'stomp.heart-beat' }] })
  expect(beat?.layers.tcp?.octets).toHaveLength(7)
  expect(beat?.layers.spring).not.toBeNull()
})

test('a beat of the broker opens at the fact that tells of it, though only its sibling leaves', () => {
  const [beat] = inspected('heartbeat', 'heartbeat.sent', connect('/ws', [CONNECT]))
  expect(beat?.kind).toBe('stomp')
  expect(Array.from(beat?.layers.tcp?.octets ?? [])).toEqual([0x81, 0x01, 0x0a])
})

test('behind SockJS it is wrapped', () => {
  const path = '/ws/000/abcdefgh/websocket'
  const [beat] = inspected('heartbeat', 'heartbeat.sent', connect(path, [JSON.stringify([CONNECT])]))
  expect(beat?.kind).toBe('stomp')
  expect(beat?.layers.sockjs?.text).toBe('a["\\n"]')
})

test('an h of SockJS has no STOMP inside', () => {
  const [beat] = inspected('default', 'heartbeat.sent', connect('/ws/000/abcdefgh/websocket', []))
  expect(beat?.kind).toBe('sockjs')
  expect(beat?.layers.sockjs).toMatchObject({ text: 'h', spans: [{ part: 'sockjs.heartbeat' }] })
  expect([beat?.layers.stomp, beat?.layers.spring]).toEqual([null, null])
})

test('an h over a stream', () => {
  const open = (transport: Transport) => {
    const request = { method: 'POST', path: '/ws/000/abcdefgh/xhr_streaming', query: 'client=A', headers: [] }
    transport.request({ ...request, body: new Uint8Array() }, nothing)
  }
  const [beat] = inspected('default', 'heartbeat.sent', open)
  expect(beat?.kind).toBe('sockjs')
  expect(beat?.layers.sockjs?.text).toBe('h')
})

test('PING and PONG are WebSocket’s own (RFC 6455 §5.5.2, §5.5.3)', () => {
  const builder = new TraceBuilder()
  const add = (type: 'websocket.frame-received' | 'websocket.frame-sent', opcode: 'ping' | 'pong') => {
    const payload = Uint8Array.from([1, 2])
    const maskingKey = opcode === 'ping' ? Uint8Array.from([9, 9, 9, 9]) : null
    const octets = encodeWebSocketFrame({ opcode, payload, maskingKey })
    const octetsInBase64 = btoa(String.fromCharCode(...octets))
    const fact = { type, station: 'webSocketSession', opcode, length: 2, octets: octetsInBase64 } as const
    return builder.add(
      { ...fact, segments: [octets.length] },
      type === 'websocket.frame-received' ? { cause: null } : {},
    )
  }
  const ping = messageLayers(builder.log, add('websocket.frame-received', 'ping'))
  const pong = messageLayers(builder.log, add('websocket.frame-sent', 'pong'))
  expect([ping, pong].map((layers) => layers && beatKind(layers.leg))).toEqual(['ping', 'pong'])
  expect([ping, pong].map((layers) => [layers?.websocket?.octets[0], layers?.stomp])).toEqual([
    [0x89, null],
    [0x8a, null],
  ])
})

test('what says something is none', () => {
  const [connected] = inspected('heartbeat', 'stomp.frame-encoded', connect('/ws', [CONNECT]))
  expect(connected?.kind).toBeNull()
})
