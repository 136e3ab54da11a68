import { expect, it } from 'vitest'
import { queryParameter } from './query-parameter.ts'

it.each([
  ['client=A', 'client', 'A'],
  ['t=1&client=A&client=B', 'client', 'A'],
  ['client', 'client', ''],
  ['to=%2Ftopic%2Fa+b', 'to', '/topic/a b'],
  ['x=%', 'x', '%'],
  ['', 'client', null],
  ['=1', '', '1'],
])('of ?%s the parameter %j is %j', (query, name, value) => {
  expect(queryParameter({ method: 'GET', path: '/', query, headers: [], body: new Uint8Array() }, name)).toBe(value)
})
