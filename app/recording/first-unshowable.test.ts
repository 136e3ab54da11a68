import { expect, test } from 'vitest'
import type { TraceEvent } from '#trace'
import { helloLog } from '../projection/hello-log.ts'
import { firstUnshowable } from './first-unshowable.ts'

const { log } = helloLog()
const EVENTS = log.range(0, log.next)

function without(part: string, event: TraceEvent): TraceEvent {
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== part)) as unknown as TraceEvent
}

test('what the lab wrote can all be shown', () => {
  expect(firstUnshowable(EVENTS)).toBeNull()
})

test.each([
  ['lab.snapshot', 'snapshot'],
  ['stomp.frame-decoded', 'frame'],
  ['channel.sent', 'message'],
  ['handler.left', 'outcome'],
  ['broker.matched', 'matches'],
])('a %s without its %s cannot', (type, part) => {
  const broken = EVENTS.map((event) => (event.type === type ? without(part, event) : event))
  expect(firstUnshowable(broken)?.seq).toBe(EVENTS.find((event) => event.type === type)?.seq)
})
