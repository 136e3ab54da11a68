import { join } from 'node:path'
import { countExitCode, countLastLine, countPlaywright, countVitest } from './count-results.mjs'
import { PROJECT_ROOT } from './project-root.mjs'

/**
 * One tool that judges the project. `command` and `env` are given the path at which a report may be left.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {(report: string) => string[]} command
 * @property {(report: string) => Record<string, string>} [env]
 * @property {(outcome: import('./count-results.mjs').Outcome) => import('./count-results.mjs').Counts} count
 * @property {number} limitSeconds after which the tool is killed and has failed
 * @property {boolean} [givesWay] whether it leaves the processors to those that run beside it and measure real time
 */

/** @type {(name: string) => string} */
const tool = (name) => join(PROJECT_ROOT, 'node_modules/.bin', name)

/** @type {(name: string) => string} */
const script = (name) => join(PROJECT_ROOT, 'scripts', name)

/**
 * Everything that judges the project. The suites of a stage run at once; beside one that measures real time, the others
 * give way.
 *
 * @type {readonly (readonly Suite[])[]}
 */
export const STAGES = [
  [
    {
      name: 'build',
      command: () => [process.execPath, script('build.mjs')],
      count: countExitCode,
      limitSeconds: 120,
    },
    {
      name: 'format and lint',
      command: () => [tool('biome'), 'check', '--error-on-warnings', '--max-diagnostics=200', '.'],
      count: countExitCode,
      limitSeconds: 120,
    },
    { name: 'types', command: () => [tool('tsc'), '-b'], count: countExitCode, limitSeconds: 120 },
    { name: 'unused code', command: () => [tool('knip')], count: countExitCode, limitSeconds: 120 },
    {
      name: 'browser',
      command: () => [process.execPath, script('install-browser.mjs')],
      count: countExitCode,
      limitSeconds: 360,
    },
  ],
  [
    {
      name: 'unit',
      command: (report) => [
        tool('vitest'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      count: countVitest,
      limitSeconds: 180,
      givesWay: true,
    },
    {
      name: 'golden over sockets',
      command: () => [process.execPath, script('golden.mjs')],
      count: countLastLine,
      limitSeconds: 180,
    },
  ],
  [
    {
      name: 'end to end',
      command: () => [tool('playwright'), 'test', '--config=e2e', '--project=behaviour', '--reporter=list,json'],
      env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
      count: countPlaywright,
      limitSeconds: 900,
    },
  ],
]
