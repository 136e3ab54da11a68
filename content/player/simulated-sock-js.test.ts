import { describe, expect, test } from 'vitest'
import { createSimulation, type Simulation } from '#simulation'
import type { TraceEvent } from '#trace'
import { openSimulatedSocket, type SimulatedSocket } from './simulated-socket.ts'
import { SOCKJS_TRANSPORTS } from './simulated-transport.ts'

const CONNECT = 'CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0'
const SUBSCRIBE = 'SUBSCRIBE\nid:0\ndestination:/topic/echo\n\n\0'
const AWKWARD = `<b>'"\\ 100% é \u2028 😀`
const SEND = `SEND\ndestination:/topic/echo\ncontent-type:text/plain\n\n${AWKWARD}\0`

interface Heard {
  readonly socket: SimulatedSocket
  /** What happened to the socket, in order. */
  readonly heard: readonly string[]
}

function open(simulation: Simulation, transport: Parameters<typeof openSimulatedSocket>[1]): Heard {
  const heard: string[] = []
  const socket = openSimulatedSocket(simulation, transport, 'A', 1, {
    report: (report) => heard.push([report.report, 'transport' in report ? report.transport : ''].join(' ')),
    carried: () => undefined,
    opened: (name) => heard.push(`open ${name}`),
    received: (text) => heard.push(text),
    closed: (code, reason) => heard.push(`closed ${code} ${reason}`),
  })
  simulation.scheduler.advance(1000)
  return { socket, heard }
}

const eventsOf = ({ lab: { ring } }: Simulation): readonly TraceEvent[] => ring.range(ring.first, ring.next)

describe('a simulated SockJS client', () => {
  test.each(SOCKJS_TRANSPORTS)('is heard and hears over %s, whatever stands in a message', (transport) => {
    const simulation = createSimulation()
    const { socket, heard } = open(simulation, transport)
    for (const frame of [CONNECT, SUBSCRIBE, SEND]) {
      socket.send(frame)
      simulation.scheduler.advance(500)
    }
    expect(heard.slice(0, 2)).toEqual([`transport-tried ${transport}`, `open ${transport}`])
    expect(heard[2]).toMatch(/^CONNECTED\n/)
    expect(heard[3]).toContain(`\n\n${AWKWARD}\0`)
    socket.close()
    simulation.scheduler.advance(40_000)
    expect(heard.at(-1)).toMatch(/^closed 1000/)
    expect(eventsOf(simulation).filter(({ type }) => type === 'sockjs.session-closed')).toHaveLength(1)
  })

  test('takes the first transport when it may choose', () => {
    expect(open(createSimulation(), 'Auto (SockJS)').heard).toEqual(['transport-tried websocket', 'open websocket'])
  })

  test('does not try WebSocket when /info says that there is none', () => {
    const simulation = createSimulation({ config: 'sockjsNoWebSocket' })
    expect(open(simulation, 'Auto (SockJS)').heard).toEqual(['transport-tried xhr-streaming', 'open xhr-streaming'])
  })

  test('climbs down when a handshake is refused', () => {
    const simulation = createSimulation()
    simulation.lab.execute({ command: 'set-faults', faults: [{ fault: 'block-upgrade', on: true }] })
    expect(open(simulation, 'Auto (SockJS)').heard).toEqual([
      'transport-tried websocket',
      'transport-failed websocket',
      'transport-tried xhr-streaming',
      'open xhr-streaming',
    ])
  })

  test('ends with 2000 when no transport is left', () => {
    const simulation = createSimulation()
    simulation.lab.execute({ command: 'set-faults', faults: [{ fault: 'block-upgrade', on: true }] })
    expect(open(simulation, 'websocket').heard.at(-1)).toBe('closed 2000 All transports failed')
  })

  test('tries nothing when /info fails', () => {
    const simulation = createSimulation()
    simulation.lab.execute({ command: 'set-faults', faults: [{ fault: 'wrong-origin', on: true }] })
    expect(open(simulation, 'Auto (SockJS)').heard).toEqual(['closed 1002 Cannot connect to server'])
  })

  test('asks for the next stream when the server ends one, and loses nothing', () => {
    const simulation = createSimulation({ config: 'sockjsFast' })
    const { socket, heard } = open(simulation, 'xhr-streaming')
    for (const frame of [CONNECT, SUBSCRIBE, SEND, SEND, SEND]) {
      socket.send(frame)
      simulation.scheduler.advance(200)
    }
    expect(heard.filter((text) => text.startsWith('MESSAGE'))).toHaveLength(3)
    const streams = eventsOf(simulation).filter(
      (event) => event.type === 'http.requested' && event.path.includes('/xhr_streaming'),
    )
    expect(streams.length).toBeGreaterThan(1)
  })
})
