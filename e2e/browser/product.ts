import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MAIN = 'dist/server/main.js'
const START_LIMIT_MS = 10_000
const HOST = '127.0.0.1'

/** The built product, running on a port of its own. */
export interface Product {
  /** Without a trailing slash. */
  readonly url: string
  readonly port: number
  /** As from Ctrl+C: sockets are closed. */
  stop(): Promise<void>
}

/** How a start of the product ended that was not to last. */
export interface FailedStart {
  readonly exitCode: number | null
  readonly errors: string
}

/** @param port 0: the system chooses a free one */
const spawnProduct = (args: readonly string[], port: number): ChildProcess =>
  spawn(process.execPath, [MAIN, ...args], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PORT: String(port), HOST },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const collectErrors = (server: ChildProcess): (() => string) => {
  let errors = ''
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return () => errors
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

export const startProduct = async (port = 0): Promise<Product> => {
  const server = spawnProduct([], port)
  const errors = collectErrors(server)

  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }

  try {
    const url = await printedAddress(server, errors)
    server.stdout?.resume()
    if (!(await isUp(url))) throw new Error(`${url}/health does not answer.\n${errors()}`)
    return { url, port: Number(new URL(url).port), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Starts the product where it must refuse to, and waits for its end. */
export const failToStart = async (args: readonly string[], port = 0): Promise<FailedStart> => {
  const server = spawnProduct(args, port)
  const errors = collectErrors(server)
  const stopped = setTimeout(() => server.kill('SIGKILL'), START_LIMIT_MS)
  await once(server, 'close')
  clearTimeout(stopped)
  return { exitCode: server.exitCode, errors: errors() }
}
