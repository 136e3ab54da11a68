import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CONFIGURATIONS } from '../lab/configurations.ts'
import type { GoldenFile } from './golden-file.ts'
import { MemoryGoldenWorld } from './memory-golden-world.ts'
import { playGoldenFile } from './play-golden-file.ts'

const folder = fileURLToPath(new URL('../../content/golden', import.meta.url))

/** Recordings that need what memory does not have yet: held HTTP requests of SockJS. */
const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as GoldenFile)

test.each(files.map((file) => [file.id, file.title, file] as const))('%s in memory: %s', async (_id, _title, file) => {
  const config = CONFIGURATIONS.get(file.config)
  if (config === undefined) throw new Error(`there is no configuration "${file.config}"`)
  expect(await playGoldenFile(file, new MemoryGoldenWorld({ config }))).toEqual([])
})
