import { expect, test } from 'vitest'
import { createStamps } from './stamps.ts'

test('what was said last about an object is remembered, for each kind of stamp apart', () => {
  const [one, other] = [createStamps<number>(), createStamps<string>()]
  const subject = {}
  one.set(subject, 1)
  one.set(subject, 2)
  other.set(subject, 'a')
  expect([one.get(subject), other.get(subject), one.get({})]).toEqual([2, 'a', undefined])
})

test('nobody else sees a stamp, and what cannot be changed can be stamped', () => {
  const stamps = createStamps<number>()
  const subject = Object.freeze({ kind: 'text' })
  stamps.set(subject, 1)
  expect(stamps.get(subject)).toBe(1)
  expect(subject).toEqual({ kind: 'text' })
  expect(Reflect.ownKeys(subject)).toEqual(['kind'])
  expect(JSON.stringify(subject)).toBe('{"kind":"text"}')
})
