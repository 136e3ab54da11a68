import { expect, test } from 'vitest'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import { Lane } from './lane.ts'

const LATE = { delay: 100, octetsPerSecond: null }

const openLane = () => {
  const scheduler = new VirtualTaskScheduler()
  const came: string[] = []
  const busy = new Set<Lane>()
  const lane = new Lane(scheduler, busy)
  return { scheduler, came, busy, lane, come: (name: string) => () => void came.push(`${name} at ${scheduler.now()}`) }
}

test('what has nothing in its way does not wait, unless something before it does', () => {
  const { scheduler, came, lane, come } = openLane()
  lane.carry(come('a'), 0, { ...LATE, delay: 0 })
  lane.carry(come('b'), 0, LATE)
  lane.carry(come('c'), 0, { ...LATE, delay: 0 })
  scheduler.advance(1000)
  expect(came).toEqual(['a at 0', 'b at 100', 'c at 100'])
})

test('what comes through may send another thing, which takes its own time', () => {
  const { scheduler, came, busy, lane, come } = openLane()
  lane.carry(() => lane.carry(come('second'), 0, LATE), 0, LATE)
  scheduler.advance(150)
  lane.carry(come('third'), 0, LATE)
  scheduler.advance(1000)
  expect(came).toEqual(['second at 200', 'third at 250'])
  expect(busy.size).toBe(0)
})

test('a slow reader takes octets one after another, and what it has not taken counts', () => {
  const { scheduler, came, lane, come } = openLane()
  for (const name of ['a', 'b']) lane.carry(come(name), 50, { delay: 0, octetsPerSecond: 100 })
  expect(lane.unread).toBe(100)
  scheduler.advance(500)
  expect([came, lane.unread]).toEqual([['a at 500'], 50])
  lane.cut()
  scheduler.advance(5000)
  expect([came, lane.unread]).toEqual([['a at 500'], 0])
})
