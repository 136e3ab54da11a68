import { describe, expect, it } from 'vitest'
import { type ClientTag, type TraceEvent, type TraceFact, TraceRing } from '#trace'
import { ManualClock } from '../backend/manual-clock.ts'
import { FakeStompSocket } from '../client/fake-stomp-socket.ts'
import { LiveClient } from '../client/live-client.ts'
import { FirstRun, type StagedPlayback } from './first-run.ts'

const OPENED: TraceFact = {
  type: 'websocket.opened',
  station: 'webSocketSession',
  transport: 'websocket',
  extensions: '',
}
const RECEIVED: TraceFact = { type: 'websocket.frame-received', station: 'webSocketSession', opcode: 'text', length: 1 }
const SUBSCRIBED: TraceFact = {
  type: 'broker.subscribed',
  station: 'simpleBrokerMessageHandler',
  session: 's',
  subscription: 'sub-0',
  destination: '/topic/greetings',
}

/** Lets what waits for promises go on. */
async function turn(): Promise<void> {
  for (let count = 0; count < 20; count += 1) await Promise.resolve()
}

function start(
  options: {
    readonly first?: boolean
    readonly staged?: boolean
    readonly ended?: boolean
    readonly connects?: boolean
  } = {},
) {
  const clock = new ManualClock()
  const ring = new TraceRing()
  const listeners = new Set<() => void>()
  const sockets = new Map<ClientTag, FakeStompSocket>()
  const done: unknown[] = []
  const clients = ['A', 'B'].map(
    (tag) =>
      new LiveClient(tag, {
        openSocket: () => {
          const socket = new FakeStompSocket()
          sockets.set(tag, socket)
          return socket
        },
        report: () => undefined,
        now: () => 0,
      }),
  )
  const playback: StagedPlayback = {
    pace: { kind: 'held' },
    hold: () => done.push('hold'),
    announce: (sentence) => done.push(sentence.key),
    playWithin: async (untilCursor, budget) => {
      done.push([untilCursor, budget])
      return options.ended !== true
    },
  }
  const firstRun = new FirstRun({
    roster: { first: Promise.resolve(options.first ?? true), clients },
    trace: {
      log: ring,
      history: 0,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    playback: () => playback,
    clock,
    staged: options.staged ?? true,
    connects: options.connects ?? true,
  })
  const happen = async (client: ClientTag, ...facts: readonly TraceFact[]) => {
    for (const fact of facts) {
      const event: TraceEvent = {
        ...fact,
        seq: ring.next,
        at: 0,
        cause: fact === SUBSCRIBED ? ring.next - 1 : null,
        client,
        session: 's',
        thread: null,
      }
      ring.append(event, 1)
    }
    for (const listener of listeners) listener()
    await turn()
  }
  const accept = async (client: ClientTag) => {
    sockets.get(client)?.open()
    sockets.get(client)?.receive('CONNECTED\nversion:1.2\n\n\0')
    await turn()
  }
  return { firstRun, clock, sockets, done, happen, accept }
}

describe('the first run', () => {
  it('connects Ada at once, and Bob as soon as Ada is subscribed', async () => {
    const { sockets, accept, happen } = start()
    await turn()
    expect([...sockets.keys()]).toEqual(['A'])
    await accept('A')
    expect(sockets.get('A')?.sent.at(-1)).toContain('destination:/topic/greetings')
    expect([...sockets.keys()]).toEqual(['A'])
    await happen('A', OPENED, SUBSCRIBED)
    expect([...sockets.keys()]).toEqual(['A', 'B'])
  })

  it("shows that nothing is connected, then Ada's part in 4 s, Bob's in 2 s, and asks for a greeting", async () => {
    const { firstRun, clock, done, accept, happen } = start()
    await turn()
    await accept('A')
    await happen('A', OPENED, SUBSCRIBED)
    await accept('B')
    await happen('B', OPENED, SUBSCRIBED)
    expect(done).toEqual(['hold', 'clients.first-run-nothing'])
    clock.advance(1000)
    await turn()
    expect(done.slice(2)).toEqual([[2, 4000], [4, 2000], 'clients.first-run-your-turn'])
    expect(firstRun.stage).toBe('your-turn')
  })

  it("leaves what was sent meanwhile out of Bob's part", async () => {
    const { clock, done, accept, happen } = start()
    await turn()
    await accept('A')
    await happen('A', OPENED, SUBSCRIBED)
    await accept('B')
    await happen('B', OPENED, SUBSCRIBED)
    await happen('A', RECEIVED)
    clock.advance(1000)
    await turn()
    expect(done).toContainEqual([4, 2000])
  })

  it('stages nothing more when the person took over, but both stay connected', async () => {
    const { firstRun, clock, sockets, done, accept, happen } = start({ ended: true })
    await turn()
    await accept('A')
    await happen('A', OPENED, SUBSCRIBED)
    clock.advance(1000)
    await turn()
    expect(done.slice(2)).toEqual([[2, 4000]])
    expect(firstRun.stage).toBe('your-turn')
    expect([...sockets.keys()]).toEqual(['A', 'B'])
  })

  it('does not ask for a greeting from somebody who has sent one meanwhile', async () => {
    const { firstRun, clock, done, accept, happen } = start()
    await turn()
    await accept('A')
    await happen('A', OPENED, SUBSCRIBED)
    await accept('B')
    await happen('B', OPENED, SUBSCRIBED)
    firstRun.end()
    clock.advance(1000)
    await turn()
    expect(done).not.toContain('clients.first-run-your-turn')
    expect(firstRun.stage).toBe('over')
  })

  it('connects and leaves the display alone when the address names a moment', async () => {
    const { firstRun, sockets, done } = start({ staged: false })
    await turn()
    expect([...sockets.keys()]).toEqual(['A'])
    expect(done).toEqual([])
    expect(firstRun.stage).toBe('over')
  })

  it('is not for a page that came later', async () => {
    const { firstRun, sockets } = start({ first: false })
    await turn()
    expect(sockets.size).toBe(0)
    expect(firstRun.stage).toBe('over')
  })
})
