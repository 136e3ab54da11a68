import { describe, expect, it } from 'vitest'
import { actionFor, SHORTCUTS, usesKey } from './shortcuts.ts'

const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }

describe('shortcuts', () => {
  it('step with an arrow and go by message with Shift', () => {
    expect(actionFor({ ...plain, key: 'ArrowRight' })).toBe('step')
    expect(actionFor({ ...plain, key: 'ArrowRight', shiftKey: true })).toBe('next-message')
  })

  it('tell a letter with Shift from one without where each has its action', () => {
    expect(actionFor({ ...plain, key: 'x' })).toBe('break-it')
    expect(actionFor({ ...plain, key: 'X', shiftKey: true })).toBe('clear-faults')
  })

  it('take a letter in either case and a question mark with Shift', () => {
    expect(actionFor({ ...plain, key: 'C', shiftKey: true })).toBe('focus-clients')
    expect(actionFor({ ...plain, key: '?', shiftKey: true })).toBe('help')
  })

  it('leave the browser its own combinations', () => {
    expect(actionFor({ ...plain, key: 'c', ctrlKey: true })).toBeNull()
    expect(actionFor({ ...plain, key: 'ArrowLeft', altKey: true })).toBeNull()
  })

  it('do nothing in a text field, and leave a button its Space and a slider its arrows', () => {
    for (const { key } of SHORTCUTS) expect(usesKey('text', key)).toBe(true)
    expect(usesKey('button', ' ')).toBe(true)
    expect(usesKey('button', 'ArrowLeft')).toBe(false)
    expect(usesKey('slider', 'ArrowLeft')).toBe(true)
    expect(usesKey('slider', ' ')).toBe(false)
  })

  it('have one meaning a key', () => {
    const keys = SHORTCUTS.map(({ key, shift }) => `${key} ${shift ?? false}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
