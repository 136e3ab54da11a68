import { cpus } from 'node:os'
import { quantile, ratios, type Spread, spreadOf } from '../../bench/spread.ts'
import { Audience, type Delivered } from './audience.ts'
import { RawWebSocket } from './raw-web-socket.ts'
import { type BenchServerKind, ServerProcess } from './server-process.ts'

const ROUNDS = 7
const SUBSCRIBERS = 50
const ROUND_MILLISECONDS = 800
/** Publications that are on their way at once when the server is to do what it can. */
const ON_THE_WAY = 16
/** After so many, code is compiled: what a busy machine leaves of a round's time would not be enough. */
const WARM_UP_DELIVERIES = 50_000
/** Far below what any of them can do, so that latency is not queueing. */
const PACE = 100
const IDLE_SESSIONS = 1000
const GROWTH = [10, 100, 1000]

const NAMES = {
  untraced: 'ours, not traced',
  traced: 'ours, traced',
  watched: 'ours, with a page',
  peer: 'stomp-broker-js',
} as const

type Contestant = keyof typeof NAMES
const CONTESTANTS = Object.keys(NAMES) as readonly Contestant[]

const SERVER_OF: Readonly<Record<Contestant, BenchServerKind>> = {
  untraced: 'untraced',
  traced: 'traced',
  watched: 'traced',
  peer: 'peer',
}

const figure = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const spread = ({ median, least, most }: Spread, digits: number): string =>
  `${figure(median, digits)} (${figure(least, digits)} to ${figure(most, digits)})`

const line = (name: string, ...cells: readonly string[]): void =>
  console.log(`  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(30)).join('')}`)

const watch = async (port: number): Promise<RawWebSocket> => {
  const feed = await RawWebSocket.open(port, '/trace', () => undefined)
  feed.send('{"resume":0}')
  return feed
}

const saturate = (audience: Audience): Promise<Delivered> =>
  audience.saturate(ON_THE_WAY, (milliseconds) => milliseconds < ROUND_MILLISECONDS)

const warmUp = async (audience: Audience): Promise<void> => {
  await audience.saturate(ON_THE_WAY, (_milliseconds, deliveries) => deliveries < WARM_UP_DELIVERIES)
}

/** Rounds that alternate between the contestants, so that a bad moment of the machine falls on all of them. */
const alternating = async (
  servers: Readonly<Record<Contestant, ServerProcess>>,
  measure: (audience: Audience) => Promise<Delivered>,
): Promise<Readonly<Record<Contestant, readonly Delivered[]>>> => {
  const delivered = { untraced: [], traced: [], watched: [], peer: [] } as Record<Contestant, Delivered[]>
  for (let round = 0; round < ROUNDS; round++) {
    for (const contestant of CONTESTANTS) {
      const { port } = servers[contestant]
      const audience = await Audience.gather(port, SUBSCRIBERS)
      const feed = contestant === 'watched' ? await watch(port) : null
      delivered[contestant].push(await measure(audience))
      feed?.close()
      audience.leave()
    }
  }
  return delivered
}

const p99 = (rounds: readonly Delivered[]): Spread => spreadOf(rounds.map(({ latencies }) => quantile(latencies, 0.99)))

const throughput = (rounds: readonly Delivered[]): readonly number[] =>
  rounds.map(({ deliveriesASecond }) => deliveriesASecond)

const startAll = async (): Promise<Readonly<Record<Contestant, ServerProcess>>> => ({
  untraced: await ServerProcess.start(SERVER_OF.untraced),
  traced: await ServerProcess.start(SERVER_OF.traced),
  watched: await ServerProcess.start(SERVER_OF.watched),
  peer: await ServerProcess.start(SERVER_OF.peer),
})

const benchDeliveries = async (): Promise<void> => {
  const servers = await startAll()
  for (const { port } of Object.values(servers)) {
    const audience = await Audience.gather(port, SUBSCRIBERS)
    await warmUp(audience)
    audience.leave()
  }
  const saturated = await alternating(servers, saturate)
  const paced = await alternating(servers, (audience) => audience.pace(ROUND_MILLISECONDS / 2, PACE))
  for (const server of Object.values(servers)) server.stop()

  console.log(`\nDeliveries to ${SUBSCRIBERS} subscribers of one topic, median of ${ROUNDS} rounds (least to most)`)
  line('', 'a second', 'of stomp-broker-js', 'p99 under full load, ms', `p99 at ${PACE} a second, ms`)
  const peer = throughput(saturated.peer)
  for (const contestant of CONTESTANTS) {
    const own = throughput(saturated[contestant])
    line(
      NAMES[contestant],
      spread(spreadOf(own), 0),
      spread(ratios(own, peer), 2),
      spread(p99(saturated[contestant]), 2),
      spread(p99(paced[contestant]), 2),
    )
  }
  const overhead = ratios(throughput(saturated.untraced), throughput(saturated.traced))
  console.log(`  the tap: not traced is ${spread(overhead, 2)} times traced`)
}

const benchMemory = async (): Promise<void> => {
  console.log(`\nMemory a session, ${figure(IDLE_SESSIONS, 0)} idle sessions with one subscription, KiB`)
  for (const contestant of ['untraced', 'traced', 'peer'] as const) {
    const server = await ServerProcess.start(SERVER_OF[contestant])
    // Code that is compiled for the first session is not the session's.
    const first = await Audience.gather(server.port, 10)
    const before = await server.ask('memory')
    const audience = await Audience.gather(server.port, IDLE_SESSIONS)
    const after = await server.ask('memory')
    line(NAMES[contestant], figure((after - before) / IDLE_SESSIONS / 1024, 1))
    first.leave()
    audience.leave()
    server.stop()
  }
}

const benchGrowth = async (): Promise<void> => {
  console.log('\nMicroseconds a delivery, by subscribers')
  line('', ...GROWTH.map((size) => figure(size, 0)))
  for (const contestant of ['untraced', 'traced', 'peer'] as const) {
    const cells: string[] = []
    for (const size of GROWTH) {
      const server = await ServerProcess.start(SERVER_OF[contestant])
      const audience = await Audience.gather(server.port, size)
      await warmUp(audience)
      const { deliveriesASecond } = await saturate(audience)
      cells.push(figure(1_000_000 / deliveriesASecond, 1))
      audience.leave()
      server.stop()
    }
    line(NAMES[contestant], ...cells)
  }
}

const [cpu] = cpus()
console.log(`node ${process.version}, ${cpus().length} cores, ${cpu?.model ?? ''}`)
const began = performance.now()
await benchDeliveries()
await benchMemory()
await benchGrowth()
console.log(`\n${figure((performance.now() - began) / 1000, 0)} s`)
process.exit(0)
