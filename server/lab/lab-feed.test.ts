import { beforeEach, expect, test, vi } from 'vitest'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { FeedMessage, TraceEvent } from '../trace/index.ts'
import { type FeedConnection, LabFeed } from './lab-feed.ts'

let simulation: Simulation
let sent: FeedMessage[]
let bufferedAmount: number

const connection: FeedConnection = {
  get bufferedAmount() {
    return bufferedAmount
  },
  send: (text) => sent.push(JSON.parse(text)),
  close: () => undefined,
}

const openFeed = (): LabFeed => new LabFeed(simulation.lab, connection, simulation.scheduler)

const tell = (feed: LabFeed, message: unknown): void => feed.onMessage(JSON.stringify(message))
const events = (): TraceEvent[] => sent.flatMap((message) => ('events' in message ? message.events : []))
const batches = (): number[] => sent.flatMap((message) => ('events' in message ? [message.events.length] : []))
const replies = (): FeedMessage[] => sent.filter((message) => 'reply' in message)

/** Each mark is one event. */
const mark = (count: number): void => {
  for (let i = 0; i < count; i++) simulation.lab.execute({ command: 'mark', label: String(i) })
}

beforeEach(() => {
  simulation = createSimulation()
  sent = []
  bufferedAmount = 0
})

test('a page is greeted with what the lab is, and then gets every event from the one that it lacks', () => {
  const feed = openFeed()
  mark(10)
  tell(feed, { resume: 4 })
  simulation.scheduler.advance(100)
  expect(sent[0]).toMatchObject({ hello: { version: 1, lab: 'simulation', first: 0, config: { name: 'default' } } })
  expect(events().map(({ seq }) => seq)).toEqual(
    Array.from({ length: simulation.lab.ring.next - 4 }, (_, index) => index + 4),
  )
})

test('events come in batches of 500 at most, 50 ms apart at least', () => {
  const feed = openFeed()
  mark(1200)
  tell(feed, { resume: 0 })
  simulation.scheduler.advance(0)
  expect(batches()).toEqual([500])
  simulation.scheduler.advance(49)
  expect(batches()).toEqual([500])
  simulation.scheduler.advance(1)
  expect(batches()).toEqual([500, 500])
  simulation.scheduler.advance(1000)
  expect(events()).toHaveLength(simulation.lab.ring.next)
})

test('on a slow machine a batch is written little by little: what the lab has to do does not wait for all of it', () => {
  const slow = { now: () => clock++, schedule: simulation.scheduler.schedule.bind(simulation.scheduler) }
  let clock = 0
  const feed = new LabFeed(simulation.lab, connection, slow)
  mark(300)
  tell(feed, { resume: 0 })
  let steps = 0
  while (events().length === 0 && simulation.scheduler.step()) {
    if (++steps === 10) mark(1)
  }
  expect(steps).toBeGreaterThan(100)
  expect(batches()).toEqual([simulation.lab.ring.next - 1])
  simulation.scheduler.advance(1000)
  expect(events().map(({ seq }) => seq)).toEqual(Array.from({ length: simulation.lab.ring.next }, (_, seq) => seq))
})

test('an event is written once for all pages that follow', () => {
  const [first, second] = [openFeed(), openFeed()]
  mark(3)
  tell(first, { resume: 0 })
  tell(second, { resume: 0 })
  const at = vi.spyOn(simulation.lab.ring, 'at')
  simulation.scheduler.advance(100)
  expect(events()).toHaveLength(2 * simulation.lab.ring.next)
  expect(at).toHaveBeenCalledTimes(simulation.lab.ring.next)
})

test('a page that knew another life of the lab starts at its beginning', () => {
  const feed = openFeed()
  mark(5)
  tell(feed, { resume: 3, epoch: 'another life' })
  simulation.scheduler.advance(100)
  expect(events()[0]?.seq).toBe(0)
})

test('a page that resumes within the same life gets what it missed', () => {
  const { epoch } = simulation.lab.hello
  mark(5)
  const feed = openFeed()
  tell(feed, { resume: 4, epoch })
  simulation.scheduler.advance(100)
  expect(events()[0]?.seq).toBe(4)
})

test('what the ring has dropped is said, never silently missing', () => {
  const feed = openFeed()
  mark(130_000)
  tell(feed, { resume: 0 })
  simulation.scheduler.advance(20_000)
  const { first, next } = simulation.lab.ring
  expect(first).toBeGreaterThan(0)
  expect(next - first).toBeLessThanOrEqual(100_000)
  expect(sent).toContainEqual({ evicted: first })
  expect(events()[0]).toMatchObject({ seq: first, type: 'lab.snapshot' })
  expect(events().at(-1)?.seq).toBe(next - 1)
})

test('what a late timer held back follows at once, still in batches of 500', () => {
  const { lab, scheduler } = simulation
  const late: TaskScheduler = {
    now: () => scheduler.now(),
    schedule: (task, delay) => scheduler.schedule(task, delay > 0 ? delay + 120 : 0),
  }
  const connection = { bufferedAmount: 0, send: (text: string) => sent.push(JSON.parse(text)), close: () => undefined }
  const feed = new LabFeed(lab, connection, late)
  mark(2400)
  tell(feed, { resume: 0 })
  scheduler.advance(0)
  expect(batches()).toEqual([500])
  scheduler.advance(170)
  expect(batches()).toEqual([500, 500, 500, 500])
})

test('a page that does not read is told how far it is behind, once, and catches up later', () => {
  const feed = openFeed()
  tell(feed, { resume: 0 })
  simulation.scheduler.advance(100)
  bufferedAmount = 10_000_000
  mark(2000)
  simulation.scheduler.advance(500)
  expect(sent.filter((message) => 'behind' in message)).toHaveLength(1)
  bufferedAmount = 0
  simulation.scheduler.advance(1000)
  expect(events()).toHaveLength(simulation.lab.ring.next)
})

test('a page whose lab is busier than a feed can tell gets a summary each second, and all events afterwards', () => {
  const feed = openFeed()
  tell(feed, { resume: 0 })
  simulation.scheduler.advance(100)
  const told = events().length
  for (let interval = 0; interval < 50; interval++) {
    mark(1000)
    simulation.scheduler.advance(50)
  }
  const behind = sent.flatMap((message) => ('behind' in message ? [message.behind] : []))
  expect(behind).toHaveLength(3)
  expect(behind[0]).toBeGreaterThan(5000)
  expect(events().length - told).toBeLessThan(15_000)
  simulation.scheduler.advance(10_000)
  expect(events().map(({ seq }) => seq)).toEqual(Array.from({ length: simulation.lab.ring.next }, (_, seq) => seq))
})

test.each([
  ['nonsense', null, 'malformed'],
  ['{"id":3,"command":"explode"}', 3, 'unknown-command'],
  ['{"id":4,"command":"kill","session":"nobody"}', 4, 'unknown-session'],
  ['{"id":5,"command":"configure","config":"nothing"}', 5, 'unknown-configuration'],
  ['{"id":7,"command":"create-lab","lab":"x"}', 7, 'main-only'],
  [`{"id":6,"command":"mark","label":"${'x'.repeat(1024 * 1024)}"}`, null, 'too-large'],
])('%.40s gets an error, and the feed goes on', (text, reply, code) => {
  const feed = openFeed()
  tell(feed, { resume: 0 })
  feed.onMessage(text)
  tell(feed, { id: 99, command: 'mark', label: 'still here' })
  expect(replies()).toMatchObject([
    { reply, error: { code } },
    { reply: 99, ok: null },
  ])
})

test('more than 200 commands a second are refused, and the next second is a new one', () => {
  const feed = openFeed()
  tell(feed, { resume: 0 })
  for (let id = 0; id < 250; id++) tell(feed, { id, command: 'mark', label: 'again' })
  expect(replies().filter((reply) => 'error' in reply)).toHaveLength(50)
  simulation.scheduler.advance(1000)
  tell(feed, { id: 1000, command: 'mark', label: 'later' })
  expect(replies().at(-1)).toEqual({ reply: 1000, ok: null })
})

test('the letters of a page are free again when it goes away', () => {
  const first = openFeed()
  tell(first, { resume: 0 })
  tell(first, { id: 1, command: 'claim', clients: ['A', 'B'], page: 'one' })
  first.onClose()
  const second = openFeed()
  tell(second, { resume: 0 })
  tell(second, { id: 2, command: 'claim', clients: ['A', 'B'], page: 'two' })
  expect(replies().at(-1)).toEqual({ reply: 2, ok: { clients: ['A', 'B'], first: true } })
})

test('a server-side send is a beginning of its own and reaches the broker', () => {
  const feed = openFeed()
  tell(feed, { resume: 0 })
  tell(feed, { id: 1, command: 'publish', destination: '/topic/greetings', body: 'hi' })
  simulation.scheduler.advance(100)
  const published = events().find(({ type }) => type === 'publish.commanded')
  expect(published).toMatchObject({ cause: null, destination: '/topic/greetings' })
  const sentOn = events().find(({ type }) => type === 'channel.sent')
  expect(sentOn).toMatchObject({ station: 'brokerChannel', cause: published?.seq })
})

test('every page is greeted again when the lab gets another configuration, and keeps its log', () => {
  const [asking, watching] = [openFeed(), openFeed()]
  tell(asking, { resume: 0 })
  tell(watching, { resume: 0 })
  simulation.scheduler.advance(100)
  const { epoch } = simulation.lab.hello
  sent = []
  tell(asking, { id: 1, command: 'configure', config: 'appWs' })
  const again = { hello: { epoch, config: { name: 'appWs' }, suggestions: simulation.lab.hello.suggestions } }
  expect(sent).toMatchObject([again, again, { reply: 1, ok: { config: { name: 'appWs' } } }])
  sent = []
  simulation.scheduler.advance(100)
  expect(events().filter(({ type }) => type === 'config.changed')).toMatchObject(
    [1, 2].map(() => ({ before: { name: 'default' }, after: { name: 'appWs' } })),
  )
})

test('an impossible configuration is refused with what Spring says, and changes nothing', () => {
  const feed = openFeed()
  tell(feed, { resume: 0 })
  const { config } = simulation.lab.hello
  const { next } = simulation.lab.ring
  const heartbeat = { ...config.simpleBroker, heartbeat: [1000, 1000], taskScheduler: false }
  tell(feed, { id: 1, command: 'configure', config: { ...config, simpleBroker: heartbeat } })
  expect(replies()).toEqual([
    {
      reply: 1,
      error: {
        code: 'impossible-configuration',
        message: 'Heartbeat values configured but no TaskScheduler provided',
      },
    },
  ])
  expect([simulation.lab.ring.next, simulation.lab.hello.config]).toEqual([next, config])
})
