import { describe, expect, test } from 'vitest'
import { timeScale } from './time-scale.ts'
import { moved, revealed, type TimeWindow, windowBetween, zoomed } from './time-window.ts'

/** Whole milliseconds: what is less is rounding. */
const rounded = (window: TimeWindow): TimeWindow =>
  window && { from: Math.round(window.from), to: Math.round(window.to) }

const whole = timeScale(null, 0, 100_000)

describe('the window of a timeline', () => {
  test('zooms around the cursor, and around its middle where the cursor is elsewhere', () => {
    expect(rounded(zoomed(null, whole, 0.5, 20_000))).toEqual({ from: 10_000, to: 60_000 })
    expect(rounded(zoomed({ from: 40_000, to: 60_000 }, whole, 0.5, 0))).toEqual({ from: 45_000, to: 55_000 })
  })

  test('is the whole again when it is zoomed out far enough, and follows it then', () => {
    expect(zoomed({ from: 40_000, to: 60_000 }, whole, 10, 50_000)).toBeNull()
    expect(windowBetween(whole, 0, 1)).toBeNull()
  })

  test('shows five milliseconds at least', () => {
    const narrow = zoomed({ from: 50_000, to: 50_006 }, whole, 0.01, 50_003)
    expect((narrow?.to ?? 0) - (narrow?.from ?? 0)).toBeCloseTo(5, 6)
  })

  test('moves within the whole and keeps its width', () => {
    expect(rounded(moved({ from: 10_000, to: 30_000 }, whole, 0.25))).toEqual({ from: 35_000, to: 55_000 })
    expect(rounded(moved({ from: 10_000, to: 30_000 }, whole, Number.POSITIVE_INFINITY))).toEqual({
      from: 80_000,
      to: 100_000,
    })
    expect(moved(null, whole, 0.5)).toBeNull()
  })

  test('brings a moment to sight only where it is out of it', () => {
    const window = { from: 10_000, to: 30_000 }
    expect(revealed(window, whole, 20_000)).toBe(window)
    expect(rounded(revealed(window, whole, 70_000))).toEqual({ from: 60_000, to: 80_000 })
  })
})
