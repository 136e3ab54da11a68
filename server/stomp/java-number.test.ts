import { describe, expect, it } from 'vitest'
import { parseHeartbeatHeader } from './heart-beat-header.ts'
import { parseJavaInteger } from './java-number.ts'

const heartbeat = (value: string) => parseHeartbeatHeader(new Map([['heart-beat', [value]]]))

describe('the heart-beat header (2.1.4)', () => {
  it.each([
    ['10000,5000', [10_000, 5000]],
    ['10000', [0, 0]],
    ['-1,+2', [-1, 2]],
  ])('%j is read', (value, expected) => {
    expect(heartbeat(value)).toEqual({ kind: 'heart-beat', value: expected })
  })

  it.each([
    ['a,b', 'Error at index 0 in: "a"'],
    ['10000, 10000', 'Error at index 0 in: " 10000"'],
    ['1,2,3', 'Error at index 1 in: "2,3"'],
    ['-,1', 'Error at index 1 in: "-"'],
    [',1', ''],
    ['99999999999999999999,1', 'Error at index 18 in: "99999999999999999999"'],
  ])('%j fails as Java does', (value, message) => {
    expect(heartbeat(value)).toEqual({ kind: 'malformed', message })
  })

  it('stands for 0,0 where there is none', () => {
    expect(parseHeartbeatHeader(new Map())).toEqual({ kind: 'heart-beat', value: [0, 0] })
  })
})

it.each([
  ['12', 12],
  ['+12', 12],
  ['-1', -1],
  ['3x', null],
  ['', null],
  [' 1', null],
  ['2147483648', null],
])('Integer.valueOf(%j) is %j', (text, expected) => {
  expect(parseJavaInteger(text)).toBe(expected)
})
