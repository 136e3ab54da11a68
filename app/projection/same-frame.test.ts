import { expect, test } from 'vitest'
import type { TraceEvent } from '#trace'
import { sameFrame } from './same-frame.ts'
import { TraceBuilder } from './trace-builder.ts'

const builder = new TraceBuilder()
builder.snapshot()
for (const client of ['A', 'B']) {
  builder.connect(client)
  builder.subscribe(client, '/topic/greetings')
}
const begin = builder.log.next
builder.wait(100).sendHello('A', ['A', 'B'])
const { log } = builder
const events = log.range(begin, log.next)
const first = (type: TraceEvent['type']) => events.find((event) => event.type === type)?.seq ?? -1
const last = (type: TraceEvent['type']) => events.findLast((event) => event.type === type)?.seq ?? -1

test('octets that came, their frame and every hop of it are about the same frame', () => {
  const [received, decoded] = [first('websocket.frame-received'), first('stomp.frame-decoded')]
  for (const seq of [received, decoded, first('channel.sent'), first('handler.entered')]) {
    expect(sameFrame(log, seq)).toEqual(expect.arrayContaining([seq, decoded, received]))
  }
})

test('a frame that goes out has its own octets, not those that caused it', () => {
  const [encoded, sent] = [last('stomp.frame-encoded'), last('websocket.frame-sent')]
  expect(sameFrame(log, sent)).toEqual(expect.arrayContaining([encoded, sent]))
  expect(sameFrame(log, encoded)).toEqual(expect.arrayContaining([encoded, sent]))
  const encoder = log.at(encoded)?.cause ?? -1
  expect(log.at(encoder)).toMatchObject({ type: 'handler.entered', station: 'stompSubProtocolHandler' })
  expect(sameFrame(log, encoder)).toEqual(expect.arrayContaining([encoded, sent]))
  expect(sameFrame(log, encoded)).not.toContain(first('stomp.frame-decoded'))
  expect(sameFrame(log, encoded)).not.toContain(first('stomp.frame-encoded'))
})

test('what is about no frame is alone', () => {
  expect(sameFrame(log, 0)).toEqual([0])
  expect(sameFrame(log, log.next + 1)).toEqual([log.next + 1])
})
