import { expect, test } from 'vitest'
import { helloLog } from '../projection/hello-log.ts'
import { Projections } from './projections.ts'

test('the same cursor gives the same objects, as React compares them', () => {
  const { log } = helloLog()
  const projections = new Projections(log)
  for (const project of [
    (cursor: number) => projections.labStateAt(cursor),
    (cursor: number) => projections.captionAt(cursor),
    (cursor: number) => projections.routeAt(cursor),
    (cursor: number) => projections.travelledAt(cursor),
  ]) {
    const before = project(log.next)
    expect(project(log.next)).toBe(before)
    expect(project(log.next - 20)).not.toBe(before)
  }
})

test('a route grows while its message is under way, at the same cursor', () => {
  const builder = helloLog()
  const projections = new Projections(builder.log)
  const cursor = builder.log.next
  const before = projections.routeAt(cursor).items.length
  const encoded = Array.from({ length: cursor }, (_, seq) => seq).findLast(
    (seq) => builder.log.at(seq)?.type === 'stomp.frame-encoded',
  )
  builder.add(
    { type: 'client.reported', station: 'client', report: 'stomp-connected', version: '1.2' },
    { cause: encoded ?? 0 },
  )
  projections.indexes.catchUp()
  expect(projections.routeAt(cursor).items.length).toBe(before + 1)
  expect(projections.routeAt(cursor).items.at(-1)?.state).toBe('not-yet')
})

test('a heart-beat takes the caption from no message', () => {
  const builder = helloLog()
  const step = new Projections(builder.log).tellingStepAt(builder.log.next)
  builder.wait(10_000).beat('A')
  const projections = new Projections(builder.log)
  expect(projections.indexes.steps.total).toBeGreaterThan(step)
  expect(projections.tellingStepAt(builder.log.next)).toBe(step)
})

test('the ways of a message are those it has gone by the cursor, in the order it went', () => {
  const { log } = helloLog()
  const projections = new Projections(log)
  const { messages, steps } = projections.indexes
  const third = steps.cursorAfter(steps.stepOf(messages.stepsOf(5)[2] ?? -1) ?? -1)
  expect(projections.travelledAt(third)).toEqual([
    { edge: 'client:A>webSocketSession', client: 'A' },
    { edge: 'webSocketSession>stompSubProtocolHandler', client: 'A' },
    { edge: 'stompSubProtocolHandler>clientInboundChannel', client: 'A' },
  ])
  expect(projections.travelledAt(log.next).at(-1)).toEqual({ edge: 'webSocketSession>client:B', client: 'A' })
})
