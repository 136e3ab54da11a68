import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSimulation } from '../simulation.ts'
import type { FeedMessage } from '../trace/index.ts'
import { LabFeed } from './lab-feed.ts'

const COMMANDS = [
  'claim',
  'configure',
  'kill',
  'mark',
  'report',
  'restart',
  'publish',
  'create-lab',
  'remove-lab',
  'list-labs',
  'explode',
  '__proto__',
  'constructor',
]

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    'A',
    'B',
    '/topic/t',
    '/app/hello',
    'default',
    'nothing',
    'connecting',
    'websocket',
    0,
    -1,
    1e99,
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
)

const FIELDS = [
  'clients',
  'page',
  'config',
  'session',
  'label',
  'client',
  'report',
  'destination',
  'body',
  'user',
  'lab',
]

/** A command with fields that may be right. */
const command = fc
  .tuple(
    fc.oneof({ arbitrary: fc.nat(), weight: 5 }, scalar),
    fc.constantFrom(...COMMANDS),
    fc.dictionary(
      fc.constantFrom(...FIELDS),
      fc.oneof(
        scalar,
        fc.array(scalar, { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('report', 'transport'), scalar),
      ),
    ),
  )
  .map(([id, name, fields]) => JSON.stringify({ id, command: name, ...fields }))

const message = fc.oneof(
  { arbitrary: command, weight: 6 },
  { arbitrary: fc.json(), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 1 },
  { arbitrary: fc.constantFrom('{"resume":0}', '{"resume":-1}', '{"resume":1e400}', '[]', '', '{'), weight: 1 },
)

test('whatever a page says, it is answered, and the lab goes on', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 30 }), (texts) => {
      const simulation = createSimulation()
      const sent: FeedMessage[] = []
      const feed = new LabFeed(
        simulation.lab,
        { bufferedAmount: 0, send: (text) => sent.push(JSON.parse(text) as FeedMessage), close: () => undefined },
        simulation.scheduler,
      )
      const answers = (): number => sent.filter((each) => 'reply' in each).length
      feed.onMessage('{"resume":0}')
      for (const text of texts) {
        const before = answers()
        feed.onMessage(text)
        expect(answers()).toBe(before + 1)
        simulation.scheduler.advance(10)
      }
      feed.onMessage('{"id":7,"command":"mark","label":"still here"}')
      simulation.scheduler.advance(1000)
      expect(sent).toContainEqual({ reply: 7, ok: null })
      const events = sent.flatMap((each) => ('events' in each ? each.events : []))
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: simulation.lab.ring.next }, (_, seq) => seq))
      feed.onClose()
    }),
    { numRuns: 600 },
  )
}, 60_000)
