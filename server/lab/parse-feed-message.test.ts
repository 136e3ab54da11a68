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

test('junk never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseFeedCommand(text)))
  fc.assert(fc.property(fc.jsonValue(), (value) => void parseFeedCommand(JSON.stringify(value))))
})
