import { expect, test } from 'vitest'
import { playInMemory } from '../../../content/player/play-in-memory.ts'
import { joined } from '../layers/websocket-layer.ts'
import { exportedFrames } from './exported-frames.ts'
import { framesCsv } from './frames-csv.ts'
import { pcapngOf } from './pcapng-of.ts'
import type { TcpConversation } from './tcp-conversation.ts'
import { wireConversations } from './wire-conversations.ts'

const all = () => true

const streamed = async () => {
  const world = await playInMemory({
    name: 'export/conversations',
    proves: [],
    steps: [
      { do: 'connect', client: 'A', transport: 'xhr-streaming', token: 'alice' },
      { do: 'subscribe', client: 'A', destination: '/topic/greetings' },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
      { do: 'disconnect', client: 'A' },
    ],
  })
  const { events } = world.recording()
  return { first: 0, next: events.length, at: (seq: number) => events[seq] }
}

const textOf = ({ deliveries }: TcpConversation, toServer: boolean): string =>
  new TextDecoder('latin1').decode(
    joined(deliveries.filter((delivery) => delivery.toServer === toServer).map(({ octets }) => octets)),
  )

/** What chunks hold, read by the lengths that they begin with (RFC 9112 §7.1). */
const dechunked = (body: string): string => {
  const [head = ''] = body.split('\r\n', 1)
  const length = Number.parseInt(head, 16)
  if (!(length > 0)) return ''
  const start = head.length + 2
  expect(body.slice(start + length, start + length + 2)).toBe('\r\n')
  return body.slice(start, start + length) + dechunked(body.slice(start + length + 2))
}

test('a streaming response is told in chunks whose lengths are right, up to the last', async () => {
  const conversations = wireConversations(await streamed(), all)
  const streaming = conversations.find((each) => textOf(each, true).includes('/xhr_streaming'))
  if (streaming === undefined) throw new Error('nobody streamed')
  const answer = textOf(streaming, false)
  const [head = ''] = answer.split('\r\n\r\n', 1)
  expect(head).toMatch(/^HTTP\/1\.1 200\b/)
  expect(head.toLowerCase()).toContain('transfer-encoding: chunked')
  const body = dechunked(answer.slice(head.length + 4))
  expect(body).toMatch(/^h{2048}\no\n/)
  expect(body).toContain('Hello, Ada!')
  expect(streaming.end).not.toBeNull()
})

test('each other request has a connection with its answer', async () => {
  const conversations = wireConversations(await streamed(), all)
  const sends = conversations.filter((each) => textOf(each, true).includes('/xhr_send'))
  expect(sends.length).toBeGreaterThan(2)
  for (const send of sends) expect(textOf(send, false)).toMatch(/^HTTP\/1\.1 204\b/)
  expect(new Set(conversations.map(({ port }) => port)).size).toBe(conversations.length)
})

test('a token is in no export', async () => {
  const log = await streamed()
  const capture = new TextDecoder('latin1').decode(pcapngOf(wireConversations(log, all)))
  const frames = framesCsv(exportedFrames(log, all))
  expect(frames).toContain('Authorization')
  expect(frames + capture).not.toContain('Bearer')
})
