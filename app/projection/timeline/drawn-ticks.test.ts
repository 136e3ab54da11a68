import { describe, expect, test } from 'vitest'
import { type BeatsShown, drawnTicks, foundTicks } from './drawn-ticks.ts'
import { logDensity } from './log-density.ts'
import { TickLanes } from './tick-lanes.ts'
import { type TimeScale, timeScale } from './time-scale.ts'
import type { TickKind, TimelineTick } from './timeline-tick.ts'

const tick = (seq: number, at: number, kind: TickKind = 'event'): TimelineTick => ({
  seq,
  at,
  kind,
  lanes: ['client:A'],
  counts: true,
})

const lanesOf = (ticks: readonly TimelineTick[]): TickLanes => {
  const lanes = new TickLanes()
  for (const each of ticks) lanes.add(each)
  return lanes
}

const APART = { ticks: 0.01, pills: 0.05, faint: 0.01 }

interface Drawing {
  readonly hidden?: readonly TimelineTick[]
  readonly scale?: TimeScale
  readonly beats?: BeatsShown
}

const drawn = (shown: readonly TimelineTick[], { hidden = [], scale, beats = 'folded' }: Drawing = {}) =>
  drawnTicks(
    ['client:A'],
    { shown: lanesOf(shown), hidden: lanesOf(hidden) },
    scale ?? timeScale(null, 0, 1000),
    APART,
    beats,
  )

describe('what is drawn of a lane', () => {
  test('ticks that lie too close become one with their number, hidden ones apart from shown ones', () => {
    const ticks = drawn([tick(1, 100), tick(3, 102), tick(4, 500)], { hidden: [tick(2, 101)] })
    expect(ticks.map(({ seq, count, passes }) => [seq, count, passes])).toEqual([
      [2, 1, false],
      [1, 2, true],
      [4, 1, true],
    ])
  })

  test('an error is seen among whatever lies beside it', () => {
    const ticks = drawn([tick(1, 100), tick(2, 100, 'error'), tick(3, 100)])
    expect(ticks.map(({ seq, kind, count }) => [seq, kind, count])).toEqual([
      [1, 'event', 2],
      [2, 'error', 1],
    ])
  })

  test('a run of heart-beats folds into one pill in its middle, until something happens', () => {
    const beats = [100, 200, 300, 600].map((at, index) => tick(index, at, 'heart-beat'))
    const folded = drawn([...beats, tick(9, 500)].toSorted((one, other) => one.at - other.at))
    expect(folded.map(({ kind, place, count }) => [kind, place, count])).toEqual([
      ['heart-beat', 0.2, 3],
      ['heart-beat', 0.6, 1],
      ['event', 0.5, 1],
    ])
    expect(folded.map(({ pill }) => pill)).toEqual(['wide', 'wide', null])
    expect(drawn(beats, { beats: 'shown' }).map(({ count }) => count)).toEqual([1, 1, 1, 1])
    expect(drawn(beats, { beats: 'hidden' })).toEqual([])
  })

  test('a pill is short where its neighbours leave it no room', () => {
    const ticks = drawn([tick(1, 480), tick(2, 500, 'heart-beat'), tick(3, 520)])
    expect(ticks.find(({ kind }) => kind === 'heart-beat')?.pill).toBe('short')
  })

  test('is only what the window shows', () => {
    const ticks = [10, 20, 30, 40].map((at, index) => tick(index, at))
    expect(drawn(ticks, { scale: timeScale(null, 20, 30) }).map(({ at }) => at)).toEqual([20, 30])
  })
})

describe('what a search finds in a lane', () => {
  const found = lanesOf([tick(1, 100), tick(2, 101), tick(3, 300, 'heart-beat'), tick(4, 500, 'error')])
  const marks = (beats: BeatsShown, scale = timeScale(null, 0, 1000)) =>
    foundTicks(['client:A', 'server'], found, scale, 0.004, beats).map(({ lane, seq }) => [lane, seq])

  test('is marked where it is, errors too, and heart-beats unless they are hidden', () => {
    expect(marks('folded')).toEqual([
      ['client:A', 3],
      ['client:A', 1],
      ['client:A', 4],
    ])
    expect(marks('hidden')).toEqual([
      ['client:A', 1],
      ['client:A', 4],
    ])
  })

  test('comes apart, and out of sight, in a closer look', () => {
    expect(marks('folded', timeScale(null, 50, 150))).toEqual([
      ['client:A', 1],
      ['client:A', 2],
    ])
  })
})

describe('the work', () => {
  /** Counts what is asked of the scale. */
  const watched = (scale: TimeScale) => {
    let asked = 0
    const count = <T>(value: T): T => {
      asked += 1
      return value
    }
    return {
      scale: {
        ...scale,
        placeOf: (at: number) => count(scale.placeOf(at)),
        timeAt: (place: number) => count(scale.timeAt(place)),
      },
      asked: () => asked,
    }
  }
  const KINDS: readonly TickKind[] = ['event', 'heart-beat', 'event', 'error']
  const many = lanesOf(Array.from({ length: 100_000 }, (_, seq) => tick(seq, seq, KINDS[seq % 4])))

  test('is in proportion to what can be told apart, not to a hundred thousand ticks', () => {
    const { scale, asked } = watched(timeScale(null, 0, 100_000))
    const ticks = drawnTicks(['client:A'], { shown: many, hidden: many }, scale, APART, 'folded')
    const most = 2 * (1 / APART.faint + 1) + 2 * (1 / APART.ticks + 1) + (1 / APART.pills + 1)
    expect(ticks.length).toBeLessThanOrEqual(most)
    expect(asked()).toBeLessThanOrEqual(4 * ticks.length)
    expect(ticks.reduce((sum, { count, passes }) => sum + (passes ? count : 0), 0)).toBe(100_000)
  })

  test('from afar is one question a part', () => {
    const { scale, asked } = watched(timeScale(null, 0, 100_000))
    const density = logDensity({ shown: many, hidden: new TickLanes() }, scale, 160)
    expect(density).toHaveLength(160)
    expect(asked()).toBe(159)
    expect(density.reduce((sum, { shown }) => sum + shown, 0)).toBe(75_000)
    expect(density.reduce((sum, { errors }) => sum + errors, 0)).toBe(25_000)
  })
})
