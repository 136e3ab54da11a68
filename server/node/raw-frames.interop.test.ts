import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { playInMemory } from '../../content/player/play-in-memory.ts'
import type { Scenario, ScenarioStep } from '../../content/scenarios/scenario.ts'
import { SCENARIOS } from '../../content/scenarios/websocket-frames.ts'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import type { TraceEvent } from '../trace/index.ts'
import { encodeWebSocketFrame } from '../websocket/websocket-frame-encoder.ts'
import { LoopbackPage } from './loopback-page.ts'
import { type LoopbackServer, openLoopbackServer } from './loopback-server.ts'

let server: LoopbackServer
let page: LoopbackPage

beforeEach(async () => {
  server = await openLoopbackServer({ config: DEFAULT_CONFIGURATION })
  page = await LoopbackPage.open(`ws://127.0.0.1:${server.port}/trace`)
})

afterEach(() => server.close())

const MASKING_KEY = Uint8Array.from([0x37, 0xfa, 0x21, 0x3d])

/** What a step puts on the wire, a segment each. */
const segmentsOf = (step: ScenarioStep): readonly Uint8Array[] => {
  if (step.do === 'write-wire') return [Uint8Array.from(step.octets)]
  if (step.do !== 'write') return []
  return step.texts.map((text) =>
    encodeWebSocketFrame({ opcode: 'text', payload: new TextEncoder().encode(text), maskingKey: MASKING_KEY }),
  )
}

const isFrame = ({ type }: TraceEvent): boolean =>
  type === 'websocket.frame-received' || type === 'websocket.frame-sent' || type === 'websocket.closed'

/** What was told from the session's beginning on, ids and moments aside; causes by how far back they are. */
const toldOf = (events: readonly TraceEvent[], client: string): readonly unknown[] => {
  const own = events.filter((event) => event.client === client)
  const from = own.findIndex(({ type }) => type === 'websocket.opened')
  return own.slice(from).map((event) => {
    const { seq, at: _at, session: _session, thread: _thread, cause, ...fact } = event
    const causedBy = cause === null ? null : own.find((other) => other.seq === cause)?.type
    return isFrame(event) ? { ...fact, causedBy } : { type: fact.type, causedBy }
  })
}

const open = async (): Promise<Socket> => {
  const socket = connect(server.port, '127.0.0.1')
  socket.setNoDelay(true)
  socket.write(
    `GET /ws?client=C HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      'Sec-WebSocket-Protocol: v12.stomp\r\n\r\n',
  )
  await once(socket, 'data')
  return socket
}

const countOfFrames = (events: readonly TraceEvent[]): number => events.filter(isFrame).length

test.each(SCENARIOS.filter(({ steps }) => steps.some((step) => step.do === 'write-wire')))(
  'the same octets over TCP tell what is told in memory: $name',
  async (scenario: Scenario) => {
    const inMemory = (await playInMemory(scenario)).recording().events
    const socket = await open()
    let written = 0
    for (const segment of scenario.steps.flatMap(segmentsOf)) {
      socket.write(segment)
      written++
      // Each piece arrives by itself.
      while (page.events.filter(({ type }) => type === 'websocket.frame-received').length < written)
        await once(page.socket, 'message')
    }
    while (countOfFrames(page.events) < countOfFrames(inMemory)) await once(page.socket, 'message')
    expect(toldOf(page.events, 'C')).toEqual(toldOf(inMemory, 'C'))
    socket.destroy()
  },
)
