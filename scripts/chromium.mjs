import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { PROJECT_ROOT } from './project-root.mjs'

/** Chromium without windows, as Playwright itself prefers it: the end-to-end tests take a third less of a machine. */
const HEADLESS_SHELL = 'chromium-headless-shell'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome']

const isRoot = process.getuid?.() === 0

/** @type {(name: string) => { applies: boolean, commands: string[][] }} */
const debianPackage = (name) => ({
  applies: isRoot && existsSync('/etc/debian_version'),
  commands: [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', name],
  ],
})

/** Installers, the first that succeeds wins. */
const INSTALLATIONS = [
  debianPackage(HEADLESS_SHELL),
  { applies: true, commands: [['npx', 'playwright', 'install', '--no-shell', 'chromium']] },
  debianPackage('chromium'),
]

/** A download that hangs must leave time for the next installer. */
const INSTALLATION_LIMIT_MS = 150_000

const NOT_FOUND =
  'No Chromium was found or could be installed: install one, or set CHROMIUM_PATH to the executable of one that runs.'

/** Chromium's sandbox does not work for root; for everybody else it stays on. */
export const CHROMIUM_ARGUMENTS = isRoot ? ['--no-sandbox'] : []

/** @type {() => string[]} */
const candidates = () => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  /** @type {(name: string) => string[]} */
  const inPath = (name) => folders.map((folder) => join(folder, name))
  return [
    process.env.CHROMIUM_PATH ?? '',
    ...inPath(HEADLESS_SHELL),
    chromium.executablePath(),
    ...SYSTEM_NAMES.flatMap(inPath),
  ]
}

/**
 * A file that is there need not run: a downloaded Chromium can lack the system's libraries.
 *
 * @type {(path: string) => boolean}
 */
const runs = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

/** @type {(command: string[]) => boolean} */
const succeeds = ([program = '', ...args]) => {
  console.log(`> ${program} ${args.join(' ')}`)
  const { status } = spawnSync(program, args, {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: INSTALLATION_LIMIT_MS,
    killSignal: 'SIGKILL',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/** @type {() => string | undefined} */
const findChromium = () => candidates().find(runs)

/**
 * The executable of a Chromium that runs: CHROMIUM_PATH, a headless shell, Playwright's own, the system's, or one
 * installed now.
 *
 * @returns {string}
 */
export const provideChromium = () => {
  const found = findChromium()
  if (found !== undefined) return found
  for (const { applies, commands } of INSTALLATIONS) {
    if (!applies || !commands.every(succeeds)) continue
    const installed = findChromium()
    if (installed !== undefined) return installed
  }
  throw new Error(NOT_FOUND)
}
