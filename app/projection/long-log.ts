import { RING_LIMITS, type RingLimits, TraceRing } from '#trace'
import { createLabStateFold } from './lab-state-fold.ts'
import { LogIndexes } from './log-indexes.ts'
import { TraceBuilder } from './trace-builder.ts'

/**
 * Ada, Bob and Cy talk until the log has so many events. With an interval the lab takes snapshots, which say what a fold
 * over the log would say.
 */
export function longLog(events: number, limits: RingLimits = RING_LIMITS, interval: number = events * 2): TraceBuilder {
  const builder = new TraceBuilder(new TraceRing(0, limits))
  const indexes = new LogIndexes(builder.log)
  const fold = createLabStateFold(indexes)
  const clients = ['A', 'B', 'C']
  builder.snapshot()
  for (const client of clients) {
    builder.connect(client)
    builder.subscribe(client, '/topic/greetings')
  }
  for (let turn = 0; builder.log.next < events; turn++) {
    builder.wait(50).sendHello(clients[turn % 3] ?? 'A', clients)
    if (turn % 5 === 0) builder.beat('A')
    if (builder.log.next - newestSnapshot(builder) >= interval) {
      indexes.catchUp()
      const { sessions, subscriptions, users, clients: known, counters } = fold(builder.log.next)
      builder.snapshot({
        sessions: sessions.map((session) => {
          const { heartbeat, stompVersion } = known.find((client) => client.session === session.id) ?? {}
          return { ...session, ...(heartbeat && { heartbeat }), ...(stompVersion && { stompVersion }) }
        }),
        subscriptions: subscriptions.map(({ client: _, ...subscription }) => subscription),
        users,
        counters,
      })
    }
  }
  return builder
}

function newestSnapshot({ log }: TraceBuilder): number {
  let seq = log.next - 1
  while (seq > log.first && log.at(seq)?.type !== 'lab.snapshot') seq -= 1
  return seq
}
