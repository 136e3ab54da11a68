import { describe, expect, test } from 'vitest'
import { helloLog } from '../hello-log.ts'
import { LogIndexes } from '../log-indexes.ts'
import { TraceBuilder } from '../trace-builder.ts'

const markersOf = (builder: TraceBuilder): readonly string[] => {
  const { markers } = new LogIndexes(builder.log)
  return Array.from({ length: markers.length }, (_, index) => markers.at(index)).map(
    (marker) => `${marker?.client ?? 'all'} ${marker?.kind}`,
  )
}

describe('markers (ux.md c.4)', () => {
  test('are set by themselves: handshake done, subscribed, the first message of a session', () => {
    const builder = helloLog()
    builder.sendHello('A', ['A', 'B'])
    builder.close('B')
    expect(markersOf(builder)).toEqual([
      'A opened',
      'A subscribed',
      'B opened',
      'B subscribed',
      'A first-message',
      'B closed',
    ])
  })

  test('tell of faults going on and off, and of what was held', () => {
    const builder = new TraceBuilder()
    const latency = { fault: 'latency', toServer: 9, toClient: 9, jitter: 0 } as const
    const active = { ...latency, client: null, once: false, until: null }
    const change = { type: 'fault.changed', station: 'network', fault: 'latency', by: 'page' } as const
    builder.add({ ...change, before: null, after: active })
    builder.add({ ...change, before: active, after: null })
    builder.add({
      type: 'gate.released',
      station: 'httpEndpoint',
      gate: 'G1',
      held: 1,
      waited: 20,
    })
    expect(markersOf(builder)).toEqual(['all fault-on', 'all fault-off', 'all let-go'])
  })

  test('do not call a message first of a session that the log came too late for', () => {
    const builder = new TraceBuilder()
    const session = { id: 'session-A', client: 'A', transport: 'websocket', user: null, connected: true }
    builder.snapshot({ sessions: [session] })
    builder.sendHello('A', [])
    expect(markersOf(builder)).toEqual([])
  })

  test('are forgotten with their events', () => {
    const { log } = helloLog()
    const { markers } = new LogIndexes(log)
    const last = markers.at(markers.length - 1)
    markers.forget(last?.seq ?? 0)
    expect(markers.length).toBe(1)
    expect(markers.of(last?.seq ?? 0)).toBe(last)
    expect(markers.of((last?.seq ?? 0) - 1)).toBeNull()
  })
})
