// npm test: everything that judges the project; the last line is the sum.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countsLine, judge, sum } from './count-results.mjs'
import { runCommand } from './run-command.mjs'
import { STAGES } from './suites.mjs'

const reports = mkdtempSync(join(tmpdir(), 'frameflow-test-'))

/** @type {(suite: import('./suites.mjs').Suite) => Promise<import('./count-results.mjs').Counts>} */
const runSuite = async ({ name, command, env, count, limitSeconds, givesWay = false }) => {
  const started = performance.now()
  const path = join(reports, `${name}.json`)
  const { exitCode, output } = await runCommand(command(path), { env: env?.(path) ?? {}, limitSeconds, givesWay })
  const report = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const counts = judge(count, { exitCode, output, report })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const ok = counts.failed === 0
  if (!ok) console.log(`\n${output.trimEnd()}\n`)
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}: ${countsLine(counts)} (${seconds} s)`)
  return counts
}

const results = []
for (const suites of STAGES) results.push(...(await Promise.all(suites.map(runSuite))))
rmSync(reports, { recursive: true })

const total = sum(results)
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`\n${countsLine(total)}`)
