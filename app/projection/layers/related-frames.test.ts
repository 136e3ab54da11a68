import { expect, test } from 'vitest'
import { helloLog } from '../hello-log.ts'
import { relatedFrames } from './related-frames.ts'

test('a greeting leads to a MESSAGE for each subscriber, and each of them back to it', () => {
  const { log } = helloLog()
  const frames = Array.from({ length: log.next - log.first }, (_, at) => log.at(log.first + at)).flatMap((event) =>
    event?.type === 'stomp.frame-decoded' || event?.type === 'stomp.frame-encoded' ? [event] : [],
  )
  const send = frames.find(({ frame }) => frame.command === 'SEND')
  const messages = frames.filter(({ frame }) => frame.command === 'MESSAGE')
  if (send === undefined) throw new Error('nobody greeted')
  expect(relatedFrames(log, send)).toEqual({ causes: [], effects: messages })
  expect(messages.map((message) => relatedFrames(log, message))).toEqual(
    messages.map(() => ({ causes: [send], effects: [] })),
  )
})
