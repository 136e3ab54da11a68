import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VirtualTaskScheduler } from './virtual-task-scheduler.ts'

describe('VirtualTaskScheduler', () => {
  it('runs tasks by due time, then in the order of their scheduling', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 60 }), (delays) => {
        const scheduler = new VirtualTaskScheduler()
        const ran: number[] = []
        for (const [index, delay] of delays.entries()) scheduler.schedule(() => ran.push(index), delay)
        scheduler.advance(20)
        const expected = delays.map((delay, index) => ({ delay, index })).sort((a, b) => a.delay - b.delay)
        expect(ran).toEqual(expected.map(({ index }) => index))
      }),
    )
  })

  it('runs exactly one task a step and moves the clock to it', () => {
    const scheduler = new VirtualTaskScheduler()
    const times: number[] = []
    scheduler.schedule(() => times.push(scheduler.now()), 5)
    scheduler.schedule(() => times.push(scheduler.now()), 3)
    expect([scheduler.step(), times]).toEqual([true, [3]])
    expect([scheduler.step(), times]).toEqual([true, [3, 5]])
    expect(scheduler.step()).toBe(false)
  })

  it('runs what becomes due while time advances, and nothing beyond', () => {
    const scheduler = new VirtualTaskScheduler()
    const times: number[] = []
    const tick = () => {
      times.push(scheduler.now())
      scheduler.schedule(tick, 10)
    }
    tick()
    scheduler.advance(35)
    expect(times).toEqual([0, 10, 20, 30])
    expect(scheduler.now()).toBe(35)
  })

  it('never runs a cancelled task, nor a later one in its place', () => {
    const scheduler = new VirtualTaskScheduler()
    const ran: string[] = []
    scheduler.schedule(() => ran.push('cancelled'), 5).cancel()
    scheduler.schedule(() => ran.push('later'), 100)
    scheduler.advance(10)
    expect(ran).toEqual([])
    expect(scheduler.now()).toBe(10)
    scheduler.advance(90)
    expect(ran).toEqual(['later'])
  })

  it('runs until nothing has happened for a while', () => {
    const scheduler = new VirtualTaskScheduler()
    const ran: string[] = []
    scheduler.schedule(() => {
      ran.push('first')
      scheduler.schedule(() => ran.push('second'), 150)
    }, 100)
    scheduler.schedule(() => ran.push('far'), 1000)
    scheduler.runUntilIdle(200)
    expect(ran).toEqual(['first', 'second'])
    expect(scheduler.now()).toBe(450)
  })
})
