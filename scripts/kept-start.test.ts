import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepStart, readKeptStart } from './kept-start.mjs'

const BEFORE = 'a'.repeat(64)
const NOW = 'b'.repeat(64)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frameflow-start-'))
  mkdirSync(join(folder, 'server'))
  writeFileSync(join(folder, 'server/server-1.js'), 'server')
})
afterEach(() => rmSync(folder, { recursive: true }))

const keep = (fingerprint: string, text: string) =>
  keepStart(folder, fingerprint, {
    server: { file: join(folder, 'server/server-1.js'), sources: ['/server/lab.ts'] },
    page: [
      ['index.html', text],
      ['assets/font.woff2', new Uint8Array([1, 2])],
    ],
    token: 'secret',
  })

test('what was kept is found for the same sources, and for no others', async () => {
  await keep(NOW, 'page')
  const kept = readKeptStart(folder, NOW)
  expect(kept).toMatchObject({ server: { sources: ['/server/lab.ts'] }, token: 'secret' })
  expect(readFileSync(kept?.server.file ?? '', 'utf8')).toBe('server')
  expect(readFileSync(join(kept?.page ?? '', 'index.html'), 'utf8')).toBe('page')
  expect([...readFileSync(join(kept?.page ?? '', 'assets/font.woff2'))]).toEqual([1, 2])
  expect(readKeptStart(folder, BEFORE)).toBeNull()
})

test('only the last start is kept, whatever an interrupted one has left', async () => {
  await keep(BEFORE, 'before')
  mkdirSync(join(folder, 'making-1'))
  await keep(NOW, 'now')
  await keep(NOW, 'now again')
  expect(readdirSync(folder).sort()).toEqual([NOW, 'server'])
  expect(readKeptStart(folder, BEFORE)).toBeNull()
})
