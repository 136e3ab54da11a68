import type { BrokerSession, checkHeartbeat } from '../broker/broker-session.ts'
import type { Tracer } from './tracer.ts'

const BEAT = { station: 'simpleBrokerMessageHandler', layer: 'stomp' } as const
const TO_CLIENT = { direction: 'to-client', deadline: null } as const

/** Sees what the heart-beat task finds: a client that is late, once for each silence, or dead, and a beat that goes out. */
export const tracingHeartbeatCheck = (inner: typeof checkHeartbeat, tracer: Tracer): typeof checkHeartbeat => {
  const late = new WeakSet<BrokerSession>()
  return (session, now) => {
    const found = inner(session, now)
    const { client, remaining, isDueToWrite } = found
    const about = { session: session.id }
    const fromClient = {
      ...BEAT,
      direction: 'to-server',
      deadline: remaining === null ? null : tracer.now() + remaining,
    } as const
    if (client === 'missed') tracer.record({ type: 'heartbeat.missed', ...fromClient }, about)
    if (client === 'late' && !late.has(session)) tracer.record({ type: 'heartbeat.late', ...fromClient }, about)
    if (client === 'late') late.add(session)
    else late.delete(session)
    if (isDueToWrite) tracer.record({ type: 'heartbeat.sent', ...BEAT, ...TO_CLIENT }, about)
    return found
  }
}
