import { describe, expect, test } from 'vitest'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { LabConfiguration, TraceEventOf } from '../trace/index.ts'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from './configurations.ts'
import { LabVisitor } from './lab-visitor.ts'

const NUMBERS = Array.from({ length: 20 }, (_, index) => String(index + 1))

const configured = (parts: Partial<LabConfiguration>): Simulation =>
  createSimulation({ config: { ...DEFAULT_CONFIGURATION, ...parts } })

const ORDERED = CONFIGURATIONS.get('ordered') ?? DEFAULT_CONFIGURATION

/** What a subscriber of one topic gets when all numbers are sent at once. */
const arrivals = ({ lab, scheduler }: Simulation, from: string, to: string): readonly string[] => {
  const visitor = new LabVisitor(lab)
  visitor.connect()
  visitor.subscribe(from)
  scheduler.advance(50)
  for (const number of NUMBERS) visitor.publish(to, number)
  scheduler.advance(5000)
  return visitor.bodies
}

const slow = (simulation: Simulation): readonly string[] => arrivals(simulation, '/topic/slow', '/app/slow')
const topic = (simulation: Simulation): readonly string[] => arrivals(simulation, '/topic/t', '/topic/t')

const sorted = (numbers: readonly string[]): readonly string[] => [...numbers].sort((a, b) => Number(a) - Number(b))

describe('a method that takes 0 to 19 ms, called 20 times (S42)', () => {
  test('answers out of order, since four threads call it at a time', () => {
    const got = slow(configured({}))
    expect(got).not.toEqual(NUMBERS)
    expect(sorted(got)).toEqual(NUMBERS)
  })

  test('answers in order with both flags', () => {
    expect(slow(configured({ preservePublishOrder: true, preserveReceiveOrder: true }))).toEqual(NUMBERS)
  })

  test('answers out of order when only the order of publishing is kept', () => {
    expect(slow(configured({ preservePublishOrder: true }))).not.toEqual(NUMBERS)
  })

  test('answers in the same order for the same seed, and in another for another', () => {
    expect(slow(configured({ seed: 5 }))).toEqual(slow(configured({ seed: 5 })))
    expect(slow(configured({ seed: 5 }))).not.toEqual(slow(configured({ seed: 6 })))
  })

  test('answers in order where the pools have one thread', () => {
    const one = { corePoolSize: 1 }
    expect(slow(configured({ clientInboundChannel: one }))).toEqual(NUMBERS)
  })
})

describe('messages straight to a topic (S42)', () => {
  test('arrive in order while nobody asks for another interleaving', () => {
    expect(topic(configured({}))).toEqual(NUMBERS)
  })

  test('overtake each other as the seed decides, the same way each time', () => {
    const seeded = { interleaving: 'seeded', seed: 3 } as const
    const got = topic(configured(seeded))
    expect(got).not.toEqual(NUMBERS)
    expect(sorted(got)).toEqual(NUMBERS)
    expect(topic(configured(seeded))).toEqual(got)
    expect(topic(configured({ ...seeded, seed: 4 }))).not.toEqual(got)
  })

  test.each([1, 2, 3, 4, 5])('never overtake each other with both flags, whatever seed %d decides', (seed) => {
    expect(topic(configured({ ...ORDERED, interleaving: 'seeded', seed }))).toEqual(NUMBERS)
  })

  test('may overtake each other when only the order of receiving is kept', () => {
    const orders = [1, 2, 3, 4, 5].map((seed) =>
      topic(configured({ preserveReceiveOrder: true, interleaving: 'seeded', seed })),
    )
    expect(orders.some((order) => order.join() !== NUMBERS.join())).toBe(true)
  })
})

test('slow methods that hold the only thread let everybody else wait, and the queue shows it', () => {
  const { lab, scheduler } = configured({ clientInboundChannel: { corePoolSize: 1 }, seed: 2 })
  const [ada, bob] = [new LabVisitor(lab, '/ws?client=A'), new LabVisitor(lab, '/ws?client=B')]
  for (const visitor of [ada, bob]) visitor.connect()
  bob.subscribe('/topic/t')
  scheduler.advance(50)
  for (const number of NUMBERS) ada.publish('/app/slow', number)
  bob.publish('/topic/t', 'at last')
  scheduler.advance(10)
  expect(bob.bodies).toEqual([])
  const offers = lab.ring
    .range(0, lab.ring.next)
    .filter((event): event is TraceEventOf<'handler.offered'> & typeof event => event.type === 'handler.offered')
    .filter(({ client, station }) => client === 'B' && station === 'clientInboundChannel')
  expect(offers.at(-1)?.queueLength).toBeGreaterThan(50)
  scheduler.advance(1000)
  expect(bob.bodies).toEqual(['at last'])
})
