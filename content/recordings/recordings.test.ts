import { expect, test } from 'vitest'
import { readRecording, writeRecording } from '#trace'
import { playInMemory } from '../player/play-in-memory.ts'
import { SCENARIOS } from '../scenarios/the-map.ts'

const recordGreeting = async () => {
  const greeting = SCENARIOS.find(({ name }) => name === 'the-map/greeting')
  if (greeting === undefined) throw new Error('there is no greeting')
  return (await playInMemory(greeting)).recording()
}

// `npm run record` writes the files anew.
test('the greeting is what the server says today, byte for byte (trace.md rule 5)', async () => {
  await expect(writeRecording(await recordGreeting())).toMatchFileSnapshot('greeting.jsonl')
})

test('the greeting can be read', async () => {
  const recording = await recordGreeting()
  expect(readRecording(writeRecording(recording))).toEqual({ ok: true, recording })
})

test('the greeting tells of both clients what a page would', async () => {
  const reports = (await recordGreeting()).events.flatMap((event) =>
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
