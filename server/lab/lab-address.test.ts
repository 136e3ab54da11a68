import { expect, test } from 'vitest'
import { labAddress } from './lab-address.ts'

test.each([
  ['/ws', 'main', '/ws'],
  ['/labs', 'main', '/labs'],
  ['/labs/class-7/ws/info', 'class-7', '/ws/info'],
  ['/labs/class-7', 'class-7', ''],
  ['/labs/', '', ''],
])('%s is in the lab "%s" at "%s"', (path, id, rest) => {
  expect(labAddress(path)).toEqual({ id, path: rest })
})
