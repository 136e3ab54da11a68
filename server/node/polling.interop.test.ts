import { Agent, type ClientRequest, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import type { LabSummary } from '../trace/index.ts'
import { LoopbackPage } from './loopback-page.ts'
import { openLoopbackServer } from './loopback-server.ts'

const CLIENTS = 100
const POLLS = 5

/** Each beat ends a poll, and who is gone is found out soon. */
const SOON = { heartbeatTime: 200, disconnectDelay: 2_000 }

/** For machines that have much else to do. */
const PATIENCE = { timeout: 20_000 }

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

/** Polls until it is told to stop, which drops its open poll. */
class PollingClient {
  polls = 0
  readonly #agent = new Agent({ keepAlive: true })
  readonly #url: string
  #open: ClientRequest | null = null
  #isStopped = false

  constructor(url: string) {
    this.#url = url
  }

  poll(): void {
    if (this.#isStopped) return
    this.#open = request(`${this.#url}/xhr`, { method: 'POST', agent: this.#agent }, (response) => {
      response.resume()
      response.on('end', () => {
        this.polls++
        this.poll()
      })
    })
    // A poll that is dropped ends so.
    this.#open.on('error', () => undefined)
    this.#open.end()
  }

  stop(): void {
    this.#isStopped = true
    this.#open?.destroy()
    this.#agent.destroy()
  }
}

test('100 polling clients leave no session, timer or socket behind', async () => {
  const config = { ...DEFAULT_CONFIGURATION, sockJs: { ...DEFAULT_CONFIGURATION.sockJs, ...SOON } }
  const server = await openLoopbackServer({ config, traced: false })
  const page = await LoopbackPage.open(`ws://127.0.0.1:${server.port}/trace`)
  const sessions = async (): Promise<number | undefined> =>
    ((await page.ask({ command: 'list-labs' })) as readonly LabSummary[])[0]?.sessions
  const before = timers()
  const clients = Array.from(
    { length: CLIENTS },
    (_, index) => new PollingClient(`http://127.0.0.1:${server.port}/ws/000/poll-${index}`),
  )
  for (const client of clients) client.poll()
  await expect.poll(() => clients.every(({ polls }) => polls >= POLLS), PATIENCE).toBe(true)
  expect(await sessions()).toBe(CLIENTS)
  for (const client of clients) client.stop()
  await expect.poll(sessions, PATIENCE).toBe(0)
  // Not by `expect.poll`, which has timers itself.
  for (let looks = 0; timers() > before && looks < 200; looks++) await sleep(50)
  expect(timers()).toBeLessThanOrEqual(before)
  page.socket.terminate()
  // Resolves when there is no connection left.
  await server.close()
}, 60_000)
