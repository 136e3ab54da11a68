import { describe, expect, test } from 'vitest'
import { createSimulation } from '../../../server/simulation.ts'
import { messageLayers } from './message-layers.ts'
import { partIn, placeOfPart } from './part-place.ts'
import type { SpanPart } from './span-part.ts'

const SEND = 'SEND\ndestination:/topic/greetings\n\nhello\0'

/** The trace of a client that connects and sends twice. */
const conversation = () => {
  const { lab, scheduler, transport } = createSimulation()
  const nothing = () => undefined
  const events = { onOpen: nothing, onMessage: nothing, onClose: nothing, onRefused: nothing }
  const socket = transport.connect({ path: '/ws' }, ['v12.stomp'], [], events)
  for (const text of ['CONNECT\naccept-version:1.2\nhost:localhost\n\n\0', SEND, SEND])
    socket.send({ kind: 'text', text })
  scheduler.advance(1000)
  return lab.ring
}

describe('a part of a message is found', () => {
  const log = conversation()
  const decoded = log
    .range(log.first, log.next)
    .filter((event) => event.type === 'stomp.frame-decoded' && event.frame.command === 'SEND')
    .map(({ seq }) => seq)

  test('in the newest message that has it', () => {
    expect(placeOfPart(log, 'stomp.body', null)).toBe(decoded[1])
  })

  test('in the message that is shown, where that has it', () => {
    const [shown = -1] = decoded
    expect(placeOfPart(log, 'stomp.body', shown)).toBe(shown)
    expect(placeOfPart(log, 'http.head', shown)).toBeLessThan(shown)
  })

  test.each<SpanPart>(['tcp.segment', 'websocket.masking-key', 'http.head', 'stomp.nul', 'spring.header'])(
    'on its layer: %s',
    (part) => {
      const place = placeOfPart(log, part, null)
      const layers = place === null ? null : messageLayers(log, place)
      expect(layers && partIn(layers, part)?.part).toBe(part)
    },
  )

  test('nowhere, where no message has it', () => {
    expect(placeOfPart(log, 'sockjs.escape', null)).toBeNull()
    expect(placeOfPart(log, 'websocket.inflated', null)).toBeNull()
  })
})
