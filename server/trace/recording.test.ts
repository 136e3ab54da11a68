import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSimulation } from '../simulation.ts'
import { type Recording, readRecording, writeRecording } from './recording.ts'

const recorded = (): Recording => {
  const { lab } = createSimulation()
  for (const label of ['one', 'two', 'three']) lab.execute({ command: 'mark', label })
  const { hello, ring } = lab
  return { header: { frameflow: 1, lab: hello.lab, config: hello.config }, events: ring.range(0, ring.next) }
}

const lines = (): string[] => writeRecording(recorded()).trimEnd().split('\n')
const withLine = (index: number, line: string): string => lines().with(index, line).join('\n')

test('what was written is read back as it was (trace.md rule 7)', () => {
  expect(readRecording(writeRecording(recorded()))).toEqual({ ok: true, recording: recorded() })
})

test('Windows line ends and a byte order mark do no harm', () => {
  expect(readRecording(`\uFEFF${lines().join('\r\n')}\r\n`)).toMatchObject({ ok: true })
})

test.each([
  ['an empty file', '', 1, 'empty'],
  ['no JSON at all', 'hello', 1, 'not-json'],
  ['a first line that is no header', '{"seq":0}', 1, 'no-header'],
  ['a version from the future', '{"frameflow":2,"lab":"main","config":{}}', 1, 'unknown-version'],
  ['a header alone', '{"frameflow":1,"lab":"main","config":{}}', 1, 'no-beginning'],
])('%s is refused with its line', (_what, text, line, problem) => {
  expect(readRecording(text)).toMatchObject({ ok: false, line, problem })
})

test.each([
  ['a line that breaks off', '{"seq":1,"at":', 'not-json'],
  ['a line that is no event', '{"hello":true}', 'no-event'],
  [
    'a station that nobody knows',
    '{"seq":1,"at":0,"cause":null,"client":null,"session":null,"thread":null,"type":"x","station":"moon"}',
    'unknown-station',
  ],
  [
    'a gap',
    '{"seq":7,"at":0,"cause":null,"client":null,"session":null,"thread":null,"type":"mark.added","station":"application"}',
    'gap',
  ],
  [
    'a cause after its effect',
    '{"seq":1,"at":0,"cause":4,"client":null,"session":null,"thread":null,"type":"mark.added","station":"application"}',
    'late-cause',
  ],
])('%s is refused with its line', (_what, line, problem) => {
  expect(readRecording(withLine(2, line))).toMatchObject({ ok: false, line: 3, problem })
})

test('junk is an error value, never an exception', () => {
  fc.assert(fc.property(fc.string(), (text) => void readRecording(text)))
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      (values) => void readRecording(values.map((v) => JSON.stringify(v)).join('\n')),
    ),
  )
})
