import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_CONFIGURATION } from './configurations.ts'
import { parseFeedCommand, parseFeedResume } from './parse-feed-message.ts'

test('a feed begins with the number of the event that the page lacks', () => {
  expect(parseFeedResume('{"resume":12,"epoch":"e"}')).toEqual({ ok: true, resume: { resume: 12, epoch: 'e' } })
})

test.each([['{}'], ['{"resume":-1}'], ['nonsense'], ['null']])('%s is no beginning and is told so', (text) => {
  expect(parseFeedResume(text)).toMatchObject({ ok: false, code: 'malformed' })
})

test('an unknown command is refused with the list of the known ones, under its own id', () => {
  const parsed = parseFeedCommand('{"id":7,"command":"explode"}')
  expect(parsed).toMatchObject({ ok: false, id: 7, code: 'unknown-command' })
  expect(parsed.ok || parsed.message).toContain('claim, configure, kill')
})

test.each([['toString'], ['__proto__']])('the name %s of an inherited property is no command', (command) => {
  expect(parseFeedCommand(JSON.stringify({ id: 1, command }))).toMatchObject({ ok: false, code: 'unknown-command' })
})

test('a command with a wrong field says which', () => {
  const parsed = parseFeedCommand('{"id":1,"command":"kill","session":5}')
  expect(parsed).toMatchObject({ ok: false, id: 1, code: 'invalid' })
  expect(parsed.ok || parsed.message).toContain('session')
})

test('a configuration is accepted as data', () => {
  const command = { id: 1, command: 'configure', config: { ...DEFAULT_CONFIGURATION, name: 'mine' } }
  expect(parseFeedCommand(JSON.stringify(command))).toMatchObject({ ok: true })
})

test.each([
  [{ command: 'set-faults', faults: [{ fault: 'latency', on: true, toServer: 100, client: 'A' }] }],
  [{ command: 'set-faults', faults: [{ fault: 'buffer-streaming', on: true, octets: null, once: true, for: 5000 }] }],
  [{ command: 'set-gates', gates: [{ gate: 'G1', condition: 'from:B' }], page: 'p' }],
  [{ command: 'release', held: 'all' }],
  [{ command: 'kill', session: 's', how: 'close', code: 4000 }],
])('%o is understood', (command) => {
  expect(parseFeedCommand(JSON.stringify({ id: 1, ...command }))).toEqual({ ok: true, command: { id: 1, ...command } })
})

test.each([
  [{ command: 'set-faults', faults: [{ fault: 'gremlins', on: true }] }, 'faults.0'],
  [{ command: 'set-faults', faults: [{ fault: 'latency', on: true, toServer: -1 }] }, 'faults.0.toServer'],
  [{ command: 'set-gates', gates: [{ gate: 'G9', condition: '' }], page: 'p' }, 'gates.0.gate'],
  [{ command: 'kill', session: 's', how: 'close', code: 1006 }, 'code'],
])('%o is refused with the place of the mistake', (command, place) => {
  const parsed = parseFeedCommand(JSON.stringify({ id: 1, ...command }))
  expect(parsed).toMatchObject({ ok: false, code: 'invalid' })
  expect(parsed.ok || parsed.message).toContain(place)
})

test('a server restart is for everybody: a scope is left out', () => {
  const parsed = parseFeedCommand(
    '{"id":1,"command":"set-faults","faults":[{"fault":"server-restart","on":true,"client":"A"}]}',
  )
  expect(parsed).toMatchObject({ ok: true, command: { faults: [{ fault: 'server-restart', on: true }] } })
  expect(JSON.stringify(parsed)).not.toContain('client')
})

test('junk never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseFeedCommand(text)))
  fc.assert(fc.property(fc.jsonValue(), (value) => void parseFeedCommand(JSON.stringify(value))))
})
