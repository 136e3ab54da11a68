import { describe, expect, test } from 'vitest'
import { type EventLog, TraceRing } from '#trace'
import { MemoryWorld } from '../../content/player/memory-world.ts'
import { MessagePairing } from './message-pairing.ts'
import type { RawMessage } from './raw-message.ts'

const CONNECT = 'CONNECT\naccept-version:1.2\nhost:localhost\n\n\0'

async function rawTrace(): Promise<EventLog> {
  const world = new MemoryWorld(undefined)
  world.connect({ do: 'connect', client: 'A' })
  await world.settle(0)
  world.open({ do: 'open', client: 'C' })
  await world.settle(0)
  world.write('C', [CONNECT.slice(0, 10), CONNECT.slice(10)])
  await world.settle(0)
  const ring = new TraceRing()
  for (const event of world.recording().events) ring.append(event, 0)
  return ring
}

const message = (direction: RawMessage['direction'], number: number, connection = 1): RawMessage => ({
  direction,
  number,
  connection,
  at: 0,
  text: '',
  octets: 0,
})

describe('the messages of a raw WebSocket', () => {
  test('are the facts of their own session, direction by direction and in order', async () => {
    const log = await rawTrace()
    const pairing = new MessagePairing()
    pairing.follow(log, 'C', 1, 0)
    const found = [message('to-server', 0), message('to-server', 1), message('to-client', 0)].map((one) => {
      const event = log.at(pairing.seqOf(one) ?? -1)
      return `${event?.client} ${event?.type}`
    })
    expect(found).toEqual(['C websocket.frame-received', 'C websocket.frame-received', 'C websocket.frame-sent'])
  })

  test('are not known before they happen, and never those of another connection', async () => {
    const pairing = new MessagePairing()
    pairing.follow(await rawTrace(), 'C', 1, 0)
    expect(pairing.seqOf(message('to-server', 2))).toBeNull()
    expect(pairing.seqOf(message('to-server', 0, 2))).toBeNull()
  })
})
