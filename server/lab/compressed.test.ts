import { describe, expect, test } from 'vitest'
import { inflateMessage } from '../../app/projection/layers/inflate-message.ts'
import type { MemoryWebSocket } from '../memory/memory-transport.ts'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { TraceEvent, TraceEventOf } from '../trace/index.ts'
import { payloadOf } from '../websocket/websocket-frame.ts'
import { WebSocketFrameDecoder } from '../websocket/websocket-frame-decoder.ts'

const OFFER = [['Sec-WebSocket-Extensions', 'permessage-deflate; client_max_window_bits']] as const

const connect = (simulation: Simulation, path: string, got: string[] = []): MemoryWebSocket => {
  const socket = simulation.transport.connect({ path, query: 'client=A' }, [], OFFER, {
    onOpen: () => undefined,
    onMessage: (message) => got.push(message.kind === 'text' ? message.text : ''),
    onClose: () => undefined,
    onRefused: () => undefined,
  })
  simulation.scheduler.advance(10)
  return socket
}

const send = (simulation: Simulation, socket: MemoryWebSocket, ...texts: string[]): void => {
  for (const text of texts) socket.send({ kind: 'text', text })
  simulation.scheduler.advance(50)
}

const CONNECT = 'CONNECT\naccept-version:1.2\npasscode:sesame\nheart-beat:0,0\n\n\0'
const GREETING = `SEND\ndestination:/app/hello\ncontent-type:application/json\n\n{"name":"${'Ada '.repeat(40)}"}\0`

type Frame = TraceEventOf<'websocket.frame-received' | 'websocket.frame-sent'>

const framesOf = ({ lab }: Simulation, type: Frame['type']): readonly Frame[] =>
  lab.ring.range(0, lab.ring.next).filter((event: TraceEvent): event is Frame => event.type === type)

const inflatedText = ({ octets = '' }: Frame): string => {
  const [frame] = new WebSocketFrameDecoder().push(Uint8Array.from(Buffer.from(octets, 'base64')))
  if (frame === undefined) throw new Error('no frame was told')
  return new TextDecoder().decode(inflateMessage({ octets: payloadOf(frame), isCut: false }).octets)
}

describe('a lab whose container accepts permessage-deflate', () => {
  test('says in its 101 and of the session what it accepted', () => {
    const simulation = createSimulation({ config: 'deflate' })
    connect(simulation, '/ws')
    const { ring } = simulation.lab
    const opened = ring.range(0, ring.next).find((event) => event.type === 'websocket.opened')
    expect(opened).toMatchObject({
      extensions: 'permessage-deflate;server_no_context_takeover;client_no_context_takeover;client_max_window_bits=15',
    })
  })

  test('tells the compressed octets both ways, and how many they stand for', () => {
    const simulation = createSimulation({ config: 'deflate' })
    const socket = connect(simulation, '/ws')
    send(simulation, socket, CONNECT, 'SUBSCRIBE\nid:0\ndestination:/topic/greetings\n\n\0', GREETING)
    const sent = framesOf(simulation, 'websocket.frame-received').at(-1)
    const received = framesOf(simulation, 'websocket.frame-sent').at(-1)
    for (const [frame, start] of [
      [sent, 'SEND\n'],
      [received, 'MESSAGE\n'],
    ] as const) {
      if (frame === undefined) throw new Error('nothing travelled')
      const text = inflatedText(frame)
      expect(text.startsWith(start)).toBe(true)
      expect(frame.frame?.rsv).toBe(0b100)
      expect(frame.inflated).toBe(text.length)
      expect(frame.length).toBeLessThan(text.length / 2)
    }
  })

  test('puts the same messages through as one that declines, over SockJS too', () => {
    const heard = ['default', 'deflate'].map((config) => {
      const simulation = createSimulation({ config })
      const got: string[] = []
      const socket = connect(simulation, '/ws/000/abcdefgh/websocket', got)
      send(simulation, socket, JSON.stringify([CONNECT]), JSON.stringify([GREETING]))
      return got
    })
    expect(heard[1]).toEqual(heard[0])
    expect(heard[1]?.[1]).toContain('CONNECTED')
  })

  test('keeps a passcode out of the trace though it was compressed (trace.md rule 4)', () => {
    const simulation = createSimulation({ config: 'deflate' })
    send(simulation, connect(simulation, '/ws'), CONNECT)
    const [frame] = framesOf(simulation, 'websocket.frame-received')
    if (frame === undefined) throw new Error('nothing travelled')
    expect(frame.redacted).toBe(true)
    expect(inflatedText(frame)).toBe(CONNECT.replace('sesame', '******'))
  })
})

test('a lab that declines reads the octets as they travel', () => {
  const simulation = createSimulation()
  send(simulation, connect(simulation, '/ws'), GREETING)
  const [frame] = framesOf(simulation, 'websocket.frame-received')
  expect(frame?.frame?.rsv).toBe(0)
  expect(frame?.inflated).toBe(undefined)
})
