import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedStretch } from './changed-stretch.ts'

test('a destination that UserDestination rewrote differs in its middle', () => {
  expect(changedStretch('/user/Ada/queue/errors', '/queue/errors-user1')).toEqual({
    prefix: '/',
    before: 'user/Ada/queue/errors',
    after: 'queue/errors-user1',
    suffix: '',
  })
  expect(changedStretch('/topic/a.x', '/topic/b.x')).toEqual({
    prefix: '/topic/',
    before: 'a',
    after: 'b',
    suffix: '.x',
  })
})

test('the stretch and what is around it are both texts again', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { prefix, before, after, suffix } = changedStretch(one, other)
      expect([prefix + before + suffix, prefix + after + suffix]).toEqual([one, other])
    }),
  )
})
