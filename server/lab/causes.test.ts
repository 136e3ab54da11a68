import { expect, test } from 'vitest'
import type { MemoryWebSocket } from '../memory/memory-transport.ts'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { TraceEvent, TraceEventOf } from '../trace/index.ts'
import { CONFIGURATIONS } from './configurations.ts'

const connect = (simulation: Simulation, path = '/ws', query = ''): MemoryWebSocket => {
  const socket = simulation.transport.connect({ path, query }, [], [], {
    onOpen: () => undefined,
    onMessage: () => undefined,
    onClose: () => undefined,
    onRefused: () => undefined,
  })
  simulation.scheduler.advance(10)
  return socket
}

const send = (simulation: Simulation, socket: MemoryWebSocket, ...texts: string[]): void => {
  for (const text of texts) socket.send({ kind: 'text', text })
  simulation.scheduler.advance(50)
}

const CONNECT = 'CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0'
const SUBSCRIBE = 'SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n\0'
const SEND = 'SEND\ndestination:/app/hello\n\n{"name":"Ada"}\0'

const all = ({ lab }: Simulation): readonly TraceEvent[] => lab.ring.range(0, lab.ring.next)

const sentMessages = (simulation: Simulation): readonly TraceEventOf<'stomp.frame-encoded'>[] =>
  all(simulation).filter(
    (event): event is TraceEventOf<'stomp.frame-encoded'> =>
      event.type === 'stomp.frame-encoded' && event.frame.command === 'MESSAGE',
  )

/** The types on the way from an event to its beginning. */
const ancestry = (simulation: Simulation, from: TraceEvent): TraceEvent[] => {
  const path: TraceEvent[] = []
  for (let event: TraceEvent | undefined = from; event; ) {
    path.push(event)
    event = event.cause === null ? undefined : simulation.lab.ring.at(event.cause)
  }
  return path
}

test('both MESSAGEs of a greeting lead back to the frame that Ada sent (trace.md rule 2)', () => {
  const simulation = createSimulation()
  const ada = connect(simulation, '/ws', 'client=A')
  const bob = connect(simulation, '/ws', 'client=B')
  send(simulation, ada, CONNECT, SUBSCRIBE)
  send(simulation, bob, CONNECT, SUBSCRIBE)
  send(simulation, ada, SEND)
  const messages = sentMessages(simulation)
  expect(messages.map(({ client }) => client)).toEqual(['A', 'B'])
  for (const message of messages) {
    const types = ancestry(simulation, message).map(({ type }) => type)
    expect(types).toEqual([
      'stomp.frame-encoded',
      'handler.entered',
      'handler.offered',
      'channel.sent',
      'handler.entered',
      'handler.offered',
      'channel.sent',
      'handler.entered',
      'handler.offered',
      'channel.sent',
      'interceptor.ran',
      'stomp.frame-decoded',
      'websocket.frame-received',
    ])
    expect(ancestry(simulation, message).at(-1)).toMatchObject({ client: 'A', cause: null })
  }
})

test('behind SockJS the array and its frame stand in between', () => {
  const simulation = createSimulation()
  const ada = connect(simulation, '/ws/042/k3jd82hf/websocket', 'client=A')
  send(simulation, ada, JSON.stringify([CONNECT]), JSON.stringify([SUBSCRIBE]), JSON.stringify([SEND]))
  const [message] = sentMessages(simulation)
  const types = message ? ancestry(simulation, message).map(({ type }) => type) : []
  expect(types.slice(-3)).toEqual(['stomp.frame-decoded', 'sockjs.messages-received', 'websocket.frame-received'])
  const frame = all(simulation).find((event) => event.type === 'sockjs.frame-sent' && event.cause === message?.seq)
  expect(all(simulation).find(({ cause }) => cause === frame?.seq)?.type).toBe('websocket.frame-sent')
})

test('a greeting of an HTTP controller leads back to its request', () => {
  const simulation = createSimulation()
  const ada = connect(simulation)
  send(simulation, ada, CONNECT, 'SUBSCRIBE\nid:0\ndestination:/topic/announcements\n\n\0')
  simulation.transport.request(
    { method: 'POST', path: '/announce', query: '', headers: [], body: new TextEncoder().encode('hi') },
    () => undefined,
  )
  simulation.scheduler.advance(50)
  const [message] = sentMessages(simulation)
  expect(message && ancestry(simulation, message).at(-1)).toMatchObject({ type: 'http.requested', path: '/announce' })
})

test('with kept order, a message that had to wait still leads back to its own frame', () => {
  const simulation = createSimulation({ config: CONFIGURATIONS.get('ordered') ?? expect.fail() })
  const ada = connect(simulation)
  send(simulation, ada, CONNECT, SUBSCRIBE)
  const numbered = [1, 2, 3, 4].map((n) => `SEND\ndestination:/topic/greetings\n\n${n}\0`)
  send(simulation, ada, ...numbered)
  const bodies = sentMessages(simulation).map((message) => {
    const decoded = ancestry(simulation, message).find((event) => event.type === 'stomp.frame-decoded')
    return [message.frame.body, decoded?.type === 'stomp.frame-decoded' && decoded.frame.body]
  })
  expect(bodies).toEqual([1, 2, 3, 4].map((n) => [{ text: String(n) }, { text: String(n) }]))
})

test('two frames in one WebSocket message keep separate causes', () => {
  const simulation = createSimulation()
  const ada = connect(simulation)
  send(simulation, ada, CONNECT)
  send(simulation, ada, `${SUBSCRIBE}${SEND}`)
  const decoded = all(simulation).filter((event) => event.type === 'stomp.frame-decoded')
  const inbound = all(simulation).filter(
    (event) => event.type === 'channel.sent' && event.station === 'clientInboundChannel',
  )
  const frameOf = (event: TraceEvent) => ancestry(simulation, event).find(({ type }) => type === 'stomp.frame-decoded')
  expect(inbound.map((event) => frameOf(event)?.seq)).toEqual(decoded.map(({ seq }) => seq))
})

test("a client's report of a callback follows the frame that it was called with", () => {
  const simulation = createSimulation()
  const ada = connect(simulation, '/ws', 'client=A')
  send(simulation, ada, CONNECT, SUBSCRIBE, SEND)
  const [message] = sentMessages(simulation)
  const messageId = message?.frame.headers.find(([name]) => name === 'message-id')?.[1] ?? ''
  simulation.lab.execute({
    command: 'report',
    client: 'A',
    report: { report: 'callback-called', subscription: 'sub-0', messageId },
  })
  expect(all(simulation).at(-1)).toMatchObject({ type: 'client.reported', client: 'A', cause: message?.seq })
})

test('a heart-beat has no cause but its timer, and runs on its own thread', () => {
  const simulation = createSimulation({ config: CONFIGURATIONS.get('heartbeat') ?? expect.fail() })
  const ada = connect(simulation)
  send(simulation, ada, 'CONNECT\naccept-version:1.2\nheart-beat:1000,1000\n\n\0')
  simulation.scheduler.advance(2500)
  const beat = all(simulation).find(
    (event) => event.type === 'channel.sent' && event.message.headers.simpMessageType === 'HEARTBEAT',
  )
  expect(beat?.thread).toBe('heartbeat-1')
})

test('a new configuration closes its sessions with 1012 and keeps the trace', () => {
  const simulation = createSimulation()
  connect(simulation)
  const before = simulation.lab.ring.next
  expect(simulation.lab.execute({ command: 'configure', config: 'appWs' }).ok).toBe(true)
  simulation.scheduler.advance(50)
  expect(simulation.lab.ring.first).toBe(0)
  expect(all(simulation)[before]).toMatchObject({ type: 'config.changed', after: { name: 'appWs' } })
  expect(all(simulation).find(({ type }) => type === 'websocket.closed')).toMatchObject({ code: 1012, by: 'server' })
  expect(simulation.lab.owns('/ws')).toBe(false)
  expect(simulation.lab.owns('/random-address')).toBe(true)
})

test('a killed session breaks without a closing handshake', () => {
  const simulation = createSimulation()
  connect(simulation)
  const opened = all(simulation).find(({ type }) => type === 'websocket.opened')
  simulation.lab.execute({ command: 'kill', session: opened?.session ?? '' })
  simulation.scheduler.advance(50)
  expect(all(simulation).find(({ type }) => type === 'websocket.closed')).toMatchObject({ code: 1006, by: 'network' })
  expect(simulation.lab.sessionCount).toBe(0)
})
