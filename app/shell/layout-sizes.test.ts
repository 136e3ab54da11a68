import { describe, expect, it } from 'vitest'
import { clampedSize, cssSizeOf, PANEL_RANGES, parseLayoutSizes, sizeOf } from './layout-sizes.ts'

describe('the sizes of the layout', () => {
  it('are those of the breakpoint until the person drags', () => {
    expect(sizeOf({}, 'notes', 'medium')).toBe(328)
    expect(sizeOf({ 'notes@medium': 500 }, 'notes', 'medium')).toBe(500)
    expect(sizeOf({ 'notes@medium': 500 }, 'notes', 'small')).toBe(304)
  })

  it('give way to the stage on a small screen unless the person chose them', () => {
    expect(cssSizeOf({}, 'dock', 'small')).toContain('100dvh')
    expect(cssSizeOf({ 'dock@small': 400 }, 'dock', 'small')).toBe('25rem')
  })

  it('stay in their range, and fold far below it', () => {
    expect(clampedSize('dock', 5_000)).toBe(PANEL_RANGES.dock.most)
    expect(clampedSize('dock', 100)).toBe(PANEL_RANGES.dock.least)
    expect(clampedSize('dock', 40)).toBe(0)
  })

  it('are read back as far as they are numbers', () => {
    expect(parseLayoutSizes({ 'notes@small': 300, 'dock@small': 'wide' })).toEqual({ 'notes@small': 300 })
    expect(parseLayoutSizes('no')).toBeUndefined()
  })
})
