import { expect, test } from 'vitest'
import { compareStep } from './compare-golden.ts'
import type { GoldenSaw, GoldenStep } from './golden-file.ts'

const step = (saw: readonly GoldenSaw[], wait?: number): GoldenStep => ({
  step: wait === undefined ? { send: 'A' } : { wait },
  saw,
  hops: [],
})
const names = new Map([['5f0c-e1', 'A']])
const compare = (expected: readonly GoldenSaw[], saw: readonly GoldenSaw[], unordered = false, wait?: number) =>
  compareStep(step(expected, wait), { saw, events: [] }, names, unordered)

test('session ids, message counters and NUL are substituted before frames are compared', () => {
  const expected = [{ who: 'A', text: 'MESSAGE\nmessage-id:{A}-<n>\n\nx^@' }]
  expect(compare(expected, [{ who: 'A', text: 'MESSAGE\nmessage-id:5f0c-e1-17\n\nx\0' }])).toEqual([])
})

test.each([
  ['another octet', [{ who: 'A', text: 'y' }]],
  [
    'a frame too many',
    [
      { who: 'A', text: 'x' },
      { who: 'A', text: 'x' },
    ],
  ],
  ['no frame', []],
  ['a frame for somebody else', [{ who: 'B', text: 'x' }]],
  ['a close instead', [{ who: 'A', closed: 1002 }]],
])('%s is a difference', (_what, saw) => {
  expect(compare([{ who: 'A', text: 'x' }], saw)).not.toEqual([])
})

test('the order of frames counts, except where the recording says it does not', () => {
  const expected = [
    { who: 'A', text: '1' },
    { who: 'A', text: '2' },
  ]
  const saw = expected.toReversed()
  expect(compare(expected, saw)).not.toEqual([])
  expect(compare(expected, saw, true)).toEqual([])
})

test('heart-beats of a step that waits may differ by one, no more', () => {
  const beats = (count: number) => Array.from({ length: count }, () => ({ who: 'A', text: '\n' }))
  expect(compare(beats(2), beats(3), false, 1000)).toEqual([])
  expect(compare(beats(2), beats(4), false, 1000)).not.toEqual([])
  expect(compare(beats(2), beats(3))).not.toEqual([])
})

test('an HTTP answer is compared by status, named headers and joined body', () => {
  const expected = [
    { who: 'x', status: 200, headers: { 'content-type': 'text/plain;charset=UTF-8', connection: 'keep-alive' } },
    { who: 'x', chunk: 'ab' },
    { who: 'x', ended: true as const },
  ]
  const saw = [
    { who: 'x', status: 200, headers: { 'content-type': 'Text/Plain; charset=utf-8' } },
    { who: 'x', chunk: 'a' },
    { who: 'x', chunk: 'b' },
    { who: 'x', ended: true as const },
  ]
  expect(compare(expected, saw)).toEqual([])
  expect(compare(expected, [{ ...saw[0], who: 'x', status: 404 }, ...saw.slice(1)])).not.toEqual([])
})

test('a missing hop and a hop too many are differences', () => {
  const hop = { channel: 'brokerChannel', event: 'sent', type: 'MESSAGE', thread: 'http-nio-N-exec-N' }
  const wanted = { step: { send: 'A' }, saw: [], hops: [hop] }
  expect(compareStep(wanted, { saw: [], events: [] }, names, false)).toEqual([expect.stringContaining('hop missing')])
})
