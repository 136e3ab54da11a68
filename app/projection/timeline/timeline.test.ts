import { describe, expect, test } from 'vitest'
import { timeScale } from './time-scale.ts'
import { timelineMarks } from './timeline-marks.ts'
import type { TimelineTick } from './timeline-tick.ts'

const tick = (seq: number, at: number, folded = false): TimelineTick => ({ seq, at, lane: 'client:A', folded })

describe('the scale', () => {
  test('places time in proportion where nothing is idle', () => {
    const scale = timeScale([0, 1000], 0, 1000, true)
    expect([scale.placeOf(0), scale.placeOf(250), scale.placeOf(1000)]).toEqual([0, 0.25, 1])
    expect(scale.breaks).toEqual([])
  })

  test('folds an idle stretch to 400 ms of width, between what happens before and after', () => {
    const scale = timeScale([0, 100, 10_100, 10_200], 0, 10_200, true)
    expect(scale.breaks).toEqual([{ from: 300, to: 9900 }])
    expect(scale.placeOf(100)).toBeCloseTo(100 / 1000, 5)
    expect(scale.placeOf(10_100)).toBeCloseTo(900 / 1000, 5)
  })

  test('leads back to the time it came from', () => {
    const scale = timeScale([0, 100, 10_100, 30_000], 0, 31_000, true)
    for (const at of [0, 50, 5_000, 10_100, 20_000, 30_500]) expect(scale.timeAt(scale.placeOf(at))).toBeCloseTo(at, 3)
  })

  test('folds nothing where that is not wanted', () => {
    expect(timeScale([0, 10_000], 0, 10_000, false).breaks).toEqual([])
  })
})

describe('marks', () => {
  const scale = timeScale([0, 1000], 0, 1000, false)

  test('ticks that lie too close become one with their number, and hidden ones stay apart from shown ones', () => {
    const ticks = [tick(1, 100), tick(2, 101), tick(3, 102), tick(4, 500)]
    const marks = timelineMarks(ticks, scale, 0.01, (seq) => seq !== 2)
    expect(marks.map(({ seq, count, passes }) => [seq, count, passes])).toEqual([
      [1, 2, true],
      [2, 1, false],
      [4, 1, true],
    ])
  })

  test('heart-beats fold into pills of their own', () => {
    const marks = timelineMarks([tick(1, 100, true), tick(2, 101), tick(3, 103, true)], scale, 0.01, () => true)
    expect(marks.map(({ seq, count, folded }) => [seq, count, folded])).toEqual([
      [1, 2, true],
      [2, 1, false],
    ])
  })
})
