import { describe, expect, test } from 'vitest'
import { createSimulation } from '../simulation.ts'
import type { TraceEvent, TraceEventOf } from '../trace/index.ts'
import { payloadOf } from '../websocket/websocket-frame.ts'
import { WebSocketFrameDecoder } from '../websocket/websocket-frame-decoder.ts'
import { encodeWebSocketFrame } from '../websocket/websocket-frame-encoder.ts'

const MASKING_KEY = Uint8Array.from([1, 2, 3, 4])

type Received = TraceEventOf<'websocket.frame-received'>

/** What the trace tells of these octets, a text message in pieces, written one after the other. */
const toldOf = (...pieces: readonly Uint8Array[]): readonly Received[] => {
  const { lab, scheduler, transport } = createSimulation()
  const nothing = () => undefined
  const events = { onOpen: nothing, onMessage: nothing, onClose: nothing, onRefused: nothing }
  const socket = transport.connect({ path: '/ws' }, ['v12.stomp'], [], events)
  for (const [index, payload] of pieces.entries())
    socket.write(
      encodeWebSocketFrame({
        opcode: index === 0 ? 'text' : 'continuation',
        payload,
        maskingKey: MASKING_KEY,
        fin: index === pieces.length - 1,
      }),
    )
  scheduler.advance(50)
  return lab.ring
    .range(0, lab.ring.next)
    .filter((event: TraceEvent): event is Received => event.type === 'websocket.frame-received')
}

const carriedBy = ({ octets = '' }: Received): string => {
  const [frame] = new WebSocketFrameDecoder().push(Uint8Array.from(Buffer.from(octets, 'base64')))
  return frame === undefined ? '' : Buffer.from(payloadOf(frame)).toString('latin1')
}

const encoder = new TextEncoder()

describe('a message in pieces', () => {
  test('is told piece by piece', () => {
    const told = toldOf(encoder.encode('CONNECT\naccept-'), encoder.encode('version:1.2\n\n\0'))
    expect(told.map(({ opcode, frame }) => [opcode, frame?.fin])).toEqual([
      ['text', false],
      ['continuation', true],
    ])
  })

  test('keeps its secrets, wherever it was cut (trace.md rule 4)', () => {
    const octets = encoder.encode('CONNECT\naccept-version:1.2\npasscode:mật khẩu\nhost:x\n\n\0')
    const value = encoder.encode('CONNECT\naccept-version:1.2\npasscode:').length
    const end = value + encoder.encode('mật khẩu').length
    for (let cut = 1; cut < octets.length; cut++) {
      const told = toldOf(octets.subarray(0, cut), octets.subarray(cut))
      const carried = told.map(carriedBy).join('')
      expect(carried.slice(value, end)).toBe('*'.repeat(end - value))
      expect(carried.slice(0, value) + carried.slice(end)).toBe(
        Buffer.from([...octets.subarray(0, value), ...octets.subarray(end)]).toString('latin1'),
      )
    }
  })
})
