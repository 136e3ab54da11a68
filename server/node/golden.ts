import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldenFile } from '../golden/golden-file.ts'
import { playGoldenFile } from '../golden/play-golden-file.ts'
import { CONFIGURATIONS } from '../lab/configurations.ts'
import { SocketGoldenWorld } from './socket-golden-world.ts'

const DEFAULT_FOLDER = 'content/golden'

/** Most of a file's time is waiting for quiet, so several play at once, each against a server of its own. */
const AT_ONCE = 6

const playFile = async (path: string): Promise<readonly string[]> => {
  const file = JSON.parse(readFileSync(path, 'utf8')) as GoldenFile
  const config = CONFIGURATIONS.get(file.config)
  if (config === undefined) return [`there is no configuration "${file.config}"`]
  return playGoldenFile(file, await SocketGoldenWorld.open(config))
}

const folder = process.argv[2] ?? DEFAULT_FOLDER
if (!existsSync(folder)) {
  console.error(`There is no folder "${folder}".`)
  process.exit(2)
}

const waiting = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
let passed = 0
let failed = 0

const playNext = async (): Promise<void> => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const failures = await playFile(join(folder, name)).catch((error: Error) => [
      `could not be played: ${error.message}`,
    ])
    console.log(`${failures.length === 0 ? 'passed' : 'FAILED'}  ${name}`)
    for (const failure of failures) console.log(`        ${failure}`)
    if (failures.length === 0) passed++
    else failed++
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, playNext))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
