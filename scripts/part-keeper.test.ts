import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { partFile } from './kept-start.mjs'
import type { LaterPart } from './later-part.mjs'
import { PartKeeper } from './part-keeper.mjs'

let parts = ''
beforeEach(() => {
  parts = mkdtempSync(join(tmpdir(), 'frameflow-parts-'))
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(parts, { recursive: true })
})

const bundlePart = async ({ id }: LaterPart): Promise<string> => `code of ${id}`

test('what is asked for before and after there is a place to keep it is kept', async () => {
  const keeper = new PartKeeper(() => true)
  keeper.add('inspector')
  keeper.begin(parts, bundlePart)
  await vi.runAllTimersAsync()
  keeper.add('timeline')
  await vi.runAllTimersAsync()
  vi.useRealTimers()
  await vi.waitFor(() => expect(readdirSync(parts).filter((name) => name.endsWith('.js'))).toHaveLength(2))
  expect(readFileSync(partFile(parts, 'inspector'), 'utf8')).toBe('code of inspector')
  expect(readFileSync(partFile(parts, 'timeline'), 'utf8')).toBe('code of timeline')
})

test('after an edit nothing is kept beside files of other sources', async () => {
  const isUnchanged = vi.fn(() => false)
  const keeper = new PartKeeper(isUnchanged)
  keeper.begin(parts, bundlePart)
  keeper.add('inspector')
  await vi.runAllTimersAsync()
  expect(isUnchanged).toHaveBeenCalled()
  expect(readdirSync(parts)).toEqual([])
})
