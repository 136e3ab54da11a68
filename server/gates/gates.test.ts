import { beforeEach, describe, expect, test } from 'vitest'
import { LabVisitor } from '../lab/lab-visitor.ts'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { GateBreakpoint, LabCommand, TraceEventOf, TraceFactType } from '../trace/index.ts'

let simulation: Simulation

beforeEach(() => {
  simulation = createSimulation()
})

const tell = (command: LabCommand) => simulation.lab.execute(command)
const pass = (milliseconds: number): void => simulation.scheduler.advance(milliseconds)

/** Sets breakpoints at G1 and repeats them as a page does. */
const breakAt = (...conditions: readonly string[]): void => {
  const gates = conditions.map((condition): GateBreakpoint => ({ gate: 'G1', condition }))
  tell({ command: 'set-gates', gates, page: 'p' })
}

const facts = <T extends TraceFactType>(type: T): readonly TraceEventOf<T>[] =>
  simulation.lab.ring
    .range(0, simulation.lab.ring.next)
    .filter((event) => event.type === type) as unknown as readonly TraceEventOf<T>[]

const isOpen = (visitor: LabVisitor): boolean => {
  visitor.connect()
  pass(10)
  return visitor.got.some((text) => text.startsWith('CONNECTED'))
}

describe('gate G1: before a handshake is answered', () => {
  test('it has arrived and nothing is decided; released, it goes on as if nothing had been', () => {
    breakAt('')
    const ada = new LabVisitor(simulation.lab, '/ws?client=A')
    pass(3_000)
    expect(facts('http.requested')).toHaveLength(1)
    expect(facts('handshake.decided')).toEqual([])
    expect(facts('gate.held')).toMatchObject([
      {
        station: 'httpEndpoint',
        client: 'A',
        queue: 1,
        waiting: { held: 1, gate: 'G1', client: 'A', thing: { method: 'GET', path: '/ws', upgrade: true } },
      },
    ])
    tell({ command: 'release', held: 1 })
    expect(facts('gate.released')).toMatchObject([{ held: 1, waited: 3_000, client: 'A' }])
    expect(facts('handshake.decided')).toMatchObject([{ accepted: true, client: 'A' }])
    expect(isOpen(ada)).toBe(true)
  })

  test('causes lead from what it does afterwards back to the request', () => {
    breakAt('')
    new LabVisitor(simulation.lab, '/ws?client=A')
    tell({ command: 'release', held: 1 })
    const path: string[] = []
    for (let seq = facts('websocket.opened')[0]?.seq ?? null; seq !== null; ) {
      const event = simulation.lab.ring.at(seq)
      path.push(event?.type ?? '')
      seq = event?.cause ?? null
    }
    expect(path.slice(-4)).toEqual(['handshake.decided', 'gate.released', 'gate.held', 'http.requested'])
  })

  test('dropped, it is refused as a HandshakeInterceptor would: 403', () => {
    breakAt('')
    const ada = new LabVisitor(simulation.lab, '/ws?client=A')
    tell({ command: 'drop', held: 1 })
    expect(ada.refusal?.status).toBe(403)
    expect(facts('gate.dropped')).toHaveLength(1)
    expect(tell({ command: 'drop', held: 1 })).toMatchObject({ ok: false, code: 'not-held' })
  })

  test('a SockJS request waits there too, the example’s HTTP controllers do not', () => {
    breakAt('')
    const statuses: number[] = []
    const request = (method: string, path: string) =>
      simulation.transport.request({ method, path, query: '', headers: [], body: new Uint8Array() }, ({ status }) =>
        statuses.push(status),
      )
    request('GET', '/ws/info')
    request('POST', '/announce')
    pass(10)
    expect(statuses).toHaveLength(1)
    tell({ command: 'release', held: 'all' })
    pass(10)
    expect(statuses).toContain(200)
    expect(statuses).toHaveLength(2)
  })
})

describe('a condition', () => {
  test('lets everything flow that it does not name', () => {
    breakAt('from:B')
    expect(isOpen(new LabVisitor(simulation.lab, '/ws?client=A'))).toBe(true)
    expect(isOpen(new LabVisitor(simulation.lab, '/ws?client=B'))).toBe(false)
  })

  test.each([
    ['type:Upgrade', true],
    ['type:upgrade from:a', true],
    ['type:GET', false],
    ['path:*/websocket', false],
    ['path:/w*', true],
  ])('%s: %s', (condition, isHeld) => {
    breakAt(condition)
    new LabVisitor(simulation.lab, '/ws?client=A')
    expect(facts('gate.held')).toHaveLength(isHeld ? 1 : 0)
  })

  test('that cannot be read is refused, and nothing is set', () => {
    expect(tell({ command: 'set-gates', gates: [{ gate: 'G1', condition: 'Bob' }], page: 'p' })).toMatchObject({
      ok: false,
      code: 'invalid',
    })
    expect(facts('gate.changed')).toEqual([])
  })
})

describe('nothing waits for ever', () => {
  const stay = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 5) {
      breakAt('')
      pass(5_000)
    }
  }

  test('after 60 s what waits is let go', () => {
    breakAt('')
    new LabVisitor(simulation.lab, '/ws?client=A')
    stay(55)
    expect(facts('gate.expired')).toEqual([])
    stay(5)
    expect(facts('gate.expired')).toMatchObject([{ waited: 60_000 }])
    expect(facts('handshake.decided')).toHaveLength(1)
  })

  test('a page that falls silent for 10 s holds nothing any more', () => {
    stay(30)
    new LabVisitor(simulation.lab, '/ws?client=A')
    pass(5_000)
    expect(facts('gate.released')).toHaveLength(1)
    expect(facts('gate.changed').at(-1)).toMatchObject({ after: [], by: 'lease' })
  })

  test('a page that goes away lets go at once', () => {
    breakAt('')
    new LabVisitor(simulation.lab, '/ws?client=A')
    simulation.lab.leave('p')
    expect(facts('gate.released')).toHaveLength(1)
  })

  test('a breakpoint that is cleared lets go what waited for it, and only that', () => {
    breakAt('from:A', 'from:B')
    new LabVisitor(simulation.lab, '/ws?client=A')
    new LabVisitor(simulation.lab, '/ws?client=B')
    breakAt('from:B')
    expect(facts('gate.released')).toMatchObject([{ client: 'A' }])
  })

  test('the 51st passes, with a warning', () => {
    breakAt('')
    const visitors = Array.from({ length: 51 }, () => new LabVisitor(simulation.lab))
    expect(facts('gate.held')).toHaveLength(50)
    expect(facts('gate.overfull')).toMatchObject([{ gate: 'G1', limit: 50 }])
    expect(visitors.filter(isOpen)).toHaveLength(1)
  })
})

test('breakpoints and what waits stand in the snapshots', () => {
  breakAt('from:A')
  new LabVisitor(simulation.lab, '/ws?client=A')
  for (let index = 0; index < 10_000; index++) tell({ command: 'mark', label: 'x' })
  expect(facts('lab.snapshot').at(-1)?.snapshot).toMatchObject({
    gates: [{ gate: 'G1', condition: 'from:A' }],
    held: [{ held: 1, client: 'A' }],
  })
})
