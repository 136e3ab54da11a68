import { expect, test } from 'vitest'
import { readRecording, writeRecording } from '#trace'
import { recordGreeting } from '../scenarios/greeting.ts'

// `npm run record` writes the files anew.
test('the greeting is what the server says today, byte for byte (trace.md rule 5)', async () => {
  await expect(writeRecording(recordGreeting())).toMatchFileSnapshot('greeting.jsonl')
})

test('the greeting can be read', () => {
  const recording = recordGreeting()
  expect(readRecording(writeRecording(recording))).toEqual({ ok: true, recording })
})

test('the greeting tells of both clients what a page would', () => {
  const reports = recordGreeting().events.flatMap((event) =>
    event.type === 'client.reported' ? [`${event.client} ${event.report}`] : [],
  )
  const connects = ['connecting', 'transport-tried', 'transport-opened', 'stomp-connected']
  expect(reports).toEqual([
    ...connects.map((report) => `A ${report}`),
    ...connects.map((report) => `B ${report}`),
    'A callback-called',
    'B callback-called',
  ])
})
