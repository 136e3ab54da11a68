import { describe, expect, test } from 'vitest'
import { LogIndexes } from './log-indexes.ts'
import { tokensAt } from './tokens.ts'
import { TraceBuilder } from './trace-builder.ts'

const EVERYBODY = ['A', 'B', 'C']

/** Before and after what happens. */
const MESSAGES = 150

/** Ada sends a hundred a second for three seconds, and something happens in the middle of it. */
function loadWith(happens: (builder: TraceBuilder) => void): LogIndexes {
  const builder = new TraceBuilder()
  builder.snapshot()
  const flood = () => {
    for (let message = 0; message < MESSAGES; message++) builder.wait(9.5).sendHello('A', EVERYBODY)
  }
  flood()
  happens(builder)
  flood()
  return new LogIndexes(builder.log)
}

/** The edges on which a token of the message is seen with its label, and for itself. */
function labelledEdges(indexes: LogIndexes, message: number, selection: number | null = null): ReadonlySet<string> {
  const steps = indexes.messages.stepsOf(message)
  const seen = new Set<string>()
  const from = indexes.schedule.dueOf(steps[0] ?? 0) - 400
  for (let time = from; time < from + 3_000; time += 5) {
    for (const { seq, kept, weight, edge } of tokensAt(indexes, time, selection)) {
      if (steps.includes(seq) && kept && weight === 1) seen.add(edge)
    }
  }
  return seen
}

/** All edges of a greeting: up to clientOutboundChannel, back to the session, and on to everybody. */
const WHOLE_WAY = 9 + 2 + EVERYBODY.length

describe('in a load', () => {
  test('what its sender does not repeat keeps its label on the whole way, there and back', () => {
    const indexes = loadWith((builder) => builder.sendHello('B', EVERYBODY))
    const edges = labelledEdges(indexes, MESSAGES + 1)
    expect([...edges]).toContain('client:B>webSocketSession')
    expect([...edges].filter((edge) => edge.startsWith('webSocketSession>client:'))).toHaveLength(EVERYBODY.length)
    expect(edges.size).toBe(WHOLE_WAY)
  })

  test('a sender who repeats one thing is still seen to send another', () => {
    const indexes = loadWith((builder) => builder.sendHello('A', EVERYBODY, 'by hand'))
    expect(labelledEdges(indexes, MESSAGES + 1).size).toBe(WHOLE_WAY)
  })

  test('what is repeated has none', () => {
    const indexes = loadWith(() => {})
    expect(labelledEdges(indexes, MESSAGES + 1).size).toBe(0)
  })

  test('many different things are a load as well', () => {
    const builder = new TraceBuilder()
    builder.snapshot()
    for (let message = 0; message < 200; message++) builder.wait(9.5).sendHello('A', EVERYBODY, `${message}`)
    expect(labelledEdges(new LogIndexes(builder.log), 150).size).toBe(0)
  })

  test('the chosen message is seen wherever it is, and takes nothing from the others', () => {
    const indexes = loadWith(() => {})
    for (const message of [MESSAGES, MESSAGES + 1, MESSAGES + 2]) {
      const [begins = -1, , , entered = -1] = indexes.messages.stepsOf(message)
      expect(labelledEdges(indexes, message, begins).size).toBe(WHOLE_WAY)
      expect(labelledEdges(indexes, message, entered).size).toBe(WHOLE_WAY)
    }
    const time = indexes.schedule.dueOf(indexes.messages.stepsOf(MESSAGES)[0] ?? 0) - 100
    const others = tokensAt(indexes, time).filter(({ seq }) => indexes.messages.numberOf(seq) !== MESSAGES)
    const [chosen = -1] = indexes.messages.stepsOf(MESSAGES)
    expect(tokensAt(indexes, time, chosen)).toEqual(expect.arrayContaining([...others]))
  })

  test('what is held at a gate keeps its label, with what brought it and what follows', () => {
    let requested = -1
    const indexes = loadWith((builder) => {
      requested = builder.log.next
      const request = { method: 'GET', path: '/ws', headers: [], body: { text: '' } } as const
      builder.add({ type: 'http.requested', station: 'httpEndpoint', ...request }, { cause: null, client: 'D' })
      const thing = { kind: 'request', method: 'GET', path: '/ws', upgrade: true } as const
      const waiting = { held: 1, gate: 'G1', client: 'D', thing, since: 0, until: 60_000 } as const
      builder.add({ type: 'gate.held', station: 'httpEndpoint', waiting, queue: 1 })
      builder.add({ type: 'gate.released', station: 'httpEndpoint', gate: 'G1', held: 1, waited: 5 })
    })
    expect(indexes.travels.arriving(requested)?.kept).toBe(true)
  })

  test('few tokens are drawn: three or four a second on an edge, for all of them', () => {
    const indexes = loadWith(() => {})
    const { log, travels } = indexes
    const [from = 0] = indexes.messages.stepsOf(MESSAGES)
    const seconds = ((log.at(log.next - 1)?.at ?? 0) - (log.at(from)?.at ?? 0)) / 1_000
    const inbound = travels
      .drawn(from, log.next)
      .filter((seq) => travels.arriving(seq)?.edge === 'stompSubProtocolHandler>clientInboundChannel')
    expect(inbound.length / seconds).toBeGreaterThan(2)
    expect(inbound.length / seconds).toBeLessThan(4)
  })

  test('octets are counted where they cross the network', () => {
    const { travels, log } = loadWith(() => {})
    const traffic = travels.trafficAt(log, log.next)
    const of = (wanted: string) => traffic.find(({ edge }) => edge === wanted)
    const inbound = of('client:A>webSocketSession')
    expect(inbound?.octetsPerSecond).toBe((inbound?.perSecond ?? 0) * 98)
    expect(of('webSocketSession>client:B')?.octetsPerSecond).toBe(
      (of('webSocketSession>client:B')?.perSecond ?? 0) * 128,
    )
  })
})
