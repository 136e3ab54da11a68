import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MAIN = 'dist/server/main.js'
const START_LIMIT_MS = 10_000

/** The built product, running on a port of its own. */
export interface Product {
  /** Without a trailing slash. */
  readonly url: string
  stop(): Promise<void>
}

/** The address that the product prints first; rejects when it ends before it has printed one. */
const printedAddress = async (server: ChildProcess, errors: () => string): Promise<string> => {
  if (server.stdout) {
    for await (const line of createInterface(server.stdout)) {
      const [address] = /http:\/\/\S+/.exec(line) ?? []
      if (address !== undefined) return address
    }
  }
  throw new Error(`${MAIN} printed no address.\n${errors()}`)
}

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/health`, { signal: AbortSignal.timeout(START_LIMIT_MS) }).then(({ ok }) => ok)

/** Starts the product as built, with port 0, so that the system chooses a free one. */
export const startProduct = async (args: readonly string[] = []): Promise<Product> => {
  const server = spawn(process.execPath, [MAIN, ...args], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })

  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }

  try {
    const url = await printedAddress(server, () => errors)
    server.stdout.resume()
    if (!(await isUp(url))) throw new Error(`${url}/health does not answer.\n${errors}`)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
