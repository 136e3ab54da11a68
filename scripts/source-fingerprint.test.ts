import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sourceFingerprint } from './source-fingerprint.mjs'

let root = ''

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frameflow-sources-'))
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']) write(file, '')
  for (const folder of ['app', 'content', 'scripts', 'server/stomp']) write(`${folder}/a.ts`, 'a')
})

afterEach(() => rmSync(root, { recursive: true }))

test('an edit, a new file and a new name each change the fingerprint', () => {
  const seen = new Set([sourceFingerprint(root)])
  write('server/stomp/a.ts', 'b')
  seen.add(sourceFingerprint(root))
  write('server/stomp/c.ts', '')
  seen.add(sourceFingerprint(root))
  rmSync(join(root, 'server/stomp/c.ts'))
  write('server/stomp/d.ts', '')
  seen.add(sourceFingerprint(root))
  expect(seen.size).toBe(4)
})

test('a new time, a test or a file that the build does not read leaves the fingerprint alone', () => {
  const before = sourceFingerprint(root)
  utimesSync(join(root, 'app/a.ts'), 1, 1)
  write('app/a.test.tsx', '')
  write('README.md', '')
  expect(sourceFingerprint(root)).toBe(before)
})
