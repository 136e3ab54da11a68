import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { PROJECT_ROOT } from './project-root.mjs'

/** Process groups that still run. @type {Set<number>} */
const running = new Set()

/** @type {(group: number) => void} */
const killGroup = (group) => {
  try {
    process.kill(-group, 'SIGKILL')
  } catch (error) {
    // The group may have ended by itself meanwhile.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    for (const group of running) killGroup(group)
    process.exit(1)
  })
}

/**
 * Runs a command without stdin, in the project's folder and in a process group of its own, of which nothing is left
 * afterwards.
 *
 * @param {readonly string[]} command
 * @param {{ env: Record<string, string>, limitSeconds: number, givesWay: boolean }} options
 * @returns {Promise<{ exitCode: number | null, output: string }>} the exit code is null when the command was killed
 */
export const runCommand = ([program = '', ...args], { env, limitSeconds, givesWay }) =>
  new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, {
      cwd: PROJECT_ROOT,
      detached: true,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const group = child.pid
    if (group !== undefined) running.add(group)
    // Before it has threads, which inherit it.
    if (group !== undefined && givesWay) setPriority(group, constants.priority.PRIORITY_LOW)
    const limit = setTimeout(() => {
      output += `\nKilled after ${limitSeconds} seconds.\n`
      if (group !== undefined) killGroup(group)
    }, limitSeconds * 1000)

    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => {
      output += `${error.message}\n`
    })
    // What the command leaves running would keep the pipes open.
    child.on('exit', () => {
      if (group !== undefined) killGroup(group)
    })
    child.on('close', (exitCode) => {
      clearTimeout(limit)
      if (group !== undefined) running.delete(group)
      resolve({ exitCode, output })
    })
  })
