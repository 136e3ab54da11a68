import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PRODUCT = { entry: 'dist/server/main.js', args: [] as readonly string[], isUp: '/health' }
const SOCKJS_SERVICES = { entry: 'dist/server/sockjs-conformance.js', args: ['--port', '0'], isUp: '/echo' }
const START_LIMIT_MS = 10_000
const HOST = '127.0.0.1'

/** One of the built servers, running on a port of its own. */
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
const spawnServer = (entry: string, args: readonly string[], port: number): ChildProcess =>
  spawn(process.execPath, [entry, ...args], {
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

/** The address that a server prints first; rejects when it ends before it has printed one. */
const printedAddress = async (server: ChildProcess, errors: () => string): Promise<string> => {
  if (server.stdout) {
    for await (const line of createInterface(server.stdout)) {
      const [address] = /http:\/\/\S+/.exec(line) ?? []
      if (address !== undefined) return address
    }
  }
  throw new Error(`The server printed no address.\n${errors()}`)
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(START_LIMIT_MS) }).then(({ ok }) => ok)

const startServer = async (built: typeof PRODUCT, port: number): Promise<Product> => {
  const server = spawnServer(built.entry, built.args, port)
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
    if (!(await isUp(`${url}${built.isUp}`))) throw new Error(`${url}${built.isUp} does not answer.\n${errors()}`)
    return { url, port: Number(new URL(url).port), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export const startProduct = (port = 0): Promise<Product> => startServer(PRODUCT, port)

/** What the tests of the public SockJS protocol talk to. */
export const startSockJsServices = (): Promise<Product> => startServer(SOCKJS_SERVICES, 0)

/** Starts the product where it must refuse to, and waits for its end. */
export const failToStart = async (args: readonly string[], port = 0): Promise<FailedStart> => {
  const server = spawnServer(PRODUCT.entry, args, port)
  const errors = collectErrors(server)
  const stopped = setTimeout(() => server.kill('SIGKILL'), START_LIMIT_MS)
  await once(server, 'close')
  clearTimeout(stopped)
  return { exitCode: server.exitCode, errors: errors() }
}
