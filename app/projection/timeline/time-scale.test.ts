import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisTimes } from './axis-times.ts'
import { IdleStretches } from './idle-stretches.ts'
import { idleBreaks, timeScale } from './time-scale.ts'

const idleBetween = (...times: readonly number[]): IdleStretches => {
  const idle = new IdleStretches()
  for (const at of times) idle.add(at)
  return idle
}

describe('the scale', () => {
  test('places time in proportion where nothing is idle', () => {
    const idle = idleBetween(0, 1000)
    const scale = timeScale(idle, 0, 1000)
    expect([scale.placeOf(0), scale.placeOf(250), scale.placeOf(1000)]).toEqual([0, 0.25, 1])
    expect(idleBreaks(idle, scale, 0.01)).toEqual([])
  })

  test('folds an idle stretch to 400 ms of width, between what happens before and after', () => {
    const idle = idleBetween(0, 100, 10_100, 10_200)
    const scale = timeScale(idle, 0, 10_200)
    expect(idleBreaks(idle, scale, 0.01)).toMatchObject([{ from: 300, to: 9900 }])
    expect(scale.width).toBeCloseTo(1000, 5)
    expect(scale.placeOf(100)).toBeCloseTo(100 / 1000, 5)
    expect(scale.placeOf(10_100)).toBeCloseTo(900 / 1000, 5)
  })

  test('folds what has been idle until now, and more of it as it goes on', () => {
    const idle = idleBetween(0)
    for (const now of [1_000, 3_000, 60_000]) idle.reach(now)
    expect(idleBreaks(idle, timeScale(idle, 0, 60_000), 0.01)).toMatchObject([{ from: 200, to: 59_800 }])
    idle.add(61_000)
    expect(idleBreaks(idle, timeScale(idle, 0, 61_000), 0.01)).toMatchObject([{ from: 200, to: 60_800 }])
  })

  test('folds nothing where that is not wanted', () => {
    expect(timeScale(null, 0, 10_000).placeOf(2_500)).toBe(0.25)
  })

  test('leads back to the time it came from, and never backwards, whatever was forgotten', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(gaps, fc.nat(39), fc.double({ min: 0, max: 1, noNaN: true }), (waits, forgotten, part) => {
        let now = 0
        const times = [0, ...waits.map((wait) => (now += wait))]
        const idle = idleBetween(...times)
        const from = times[Math.min(forgotten, times.length - 2)] ?? 0
        const to = times.at(-1) ?? 0
        idle.forget(from)
        const scale = timeScale(idle, from, to)
        const at = from + part * (to - from)
        expect(scale.timeAt(scale.placeOf(at))).toBeCloseTo(at, 3)
        expect(scale.placeOf(at)).toBeGreaterThanOrEqual(0)
        expect(scale.placeOf(at)).toBeLessThanOrEqual(scale.placeOf(Math.min(to, at + 1)))
      }),
    )
  })
})

describe('the axis', () => {
  test('has round times, and none in a folded stretch', () => {
    const idle = idleBetween(0, 500, 60_500, 61_000)
    const scale = timeScale(idle, 0, 61_000)
    const times = axisTimes(scale, idleBreaks(idle, scale, 0.01), 0.1)
    expect(times).toEqual([0, 200, 400, 600, 60_400, 60_600, 60_800, 61_000])
  })

  test('has as few times for a week as for a second', () => {
    const week = timeScale(null, 0, 7 * 24 * 3_600_000)
    expect(axisTimes(week, [], 0.1).length).toBeLessThanOrEqual(11)
  })
})
