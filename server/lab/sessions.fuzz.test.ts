import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSimulation } from '../simulation.ts'
import { junkText } from '../stomp/junk.arbitrary.ts'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from './configurations.ts'
import { LabLedger } from './lab-ledger.ts'
import { LabVisitor } from './lab-visitor.ts'

type Act = (visitor: LabVisitor) => void

const act: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: fc.constant<Act>((visitor) => visitor.connect('100,100', 'alice')), weight: 3 },
  { arbitrary: fc.constant<Act>((visitor) => visitor.subscribe('/topic/t')), weight: 2 },
  {
    arbitrary: junkText.map(
      (text): Act =>
        (visitor) =>
          visitor.send(text),
    ),
    weight: 8,
  },
  { arbitrary: fc.constant<Act>((visitor) => visitor.close()), weight: 1 },
  { arbitrary: fc.constant<Act>((visitor) => visitor.reset()), weight: 1 },
)

const VISITORS = 4

const step = fc.tuple(fc.nat({ max: VISITORS - 1 }), act, fc.nat({ max: 60 }))

test('whatever clients send, the server stands, and nothing of them is left', () => {
  const configuration = fc.constantFrom(...CONFIGURATIONS.values())
  fc.assert(
    fc.property(configuration, fc.array(step, { maxLength: 30 }), (config, steps) => {
      const simulation = createSimulation({ config })
      const { lab, scheduler } = simulation
      const path = config.endpoints.find(({ webSocket }) => webSocket)?.path
      const visitors = Array.from({ length: VISITORS }, () => new LabVisitor(lab, path))
      for (const [index, perform, milliseconds] of steps) {
        perform(visitors[index] as LabVisitor)
        scheduler.advance(milliseconds)
      }
      for (const visitor of visitors) visitor.reset()
      scheduler.advance(60_000)

      expect(lab.sessionCount).toBe(0)
      const ledger = new LabLedger(DEFAULT_CONFIGURATION)
      const events = lab.ring.range(0, lab.ring.next)
      for (const event of events) ledger.observe(event, (seq) => lab.ring.at(seq))
      expect(ledger.snapshot()).toMatchObject({ sessions: [], subscriptions: [], users: [] })
      expect(JSON.parse(JSON.stringify(events))).toEqual(events)
    }),
    { numRuns: 400 },
  )
}, 60_000)
