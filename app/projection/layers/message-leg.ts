import type { EventLog, TraceEvent, TraceEventOf } from '#trace'
import { firstEffect, fromEffectToCause } from './causality.ts'

/** Facts that carry octets from one side of the network to the other. */
export type WireFactType =
  | 'websocket.frame-received'
  | 'websocket.frame-sent'
  | 'http.requested'
  | 'http.responded'
  | 'http.chunk-sent'

/** One way over the network: what a message is on each layer, by the facts that say so. */
export interface MessageLeg {
  readonly direction: 'to-server' | 'to-client'
  readonly wire: TraceEventOf<WireFactType> | null
  readonly sockJs: TraceEventOf<'sockjs.frame-sent' | 'sockjs.messages-received'> | null
  readonly stomp: TraceEventOf<'stomp.frame-decoded' | 'stomp.frame-encoded'> | null
  /** The Spring Message at the chosen event, or at the nearest hop where there is one. */
  readonly sent: TraceEventOf<'channel.sent'> | null
  /** The Message at the hop before that. */
  readonly sentBefore: TraceEventOf<'channel.sent'> | null
}

const TO_CLIENT: ReadonlySet<string> = new Set<TraceEvent['type']>([
  'stomp.frame-encoded',
  'sockjs.frame-sent',
  'websocket.frame-sent',
  'http.responded',
  'http.chunk-sent',
])

const isToClient = (event: TraceEvent): boolean =>
  TO_CLIENT.has(event.type) || (event.type === 'channel.sent' && event.station === 'clientOutboundChannel')

const typed =
  <T extends TraceEvent['type']>(...types: readonly T[]) =>
  (event: TraceEvent): event is TraceEvent & TraceEventOf<T> =>
    (types as readonly string[]).includes(event.type)

const isSent = typed('channel.sent')
const isEncoded = typed('stomp.frame-encoded')
const isDecoded = typed('stomp.frame-decoded')
const isSockJsSent = typed('sockjs.frame-sent')
const isSockJsReceived = typed('sockjs.messages-received')
const isWrite = typed('websocket.frame-sent', 'http.chunk-sent', 'http.responded')
const isArrival = typed('websocket.frame-received', 'http.requested')

/** The way over the network that event `seq` belongs to; null where it has none, as for a timer. */
export const messageLeg = (log: EventLog, seq: number): MessageLeg | null => {
  const chain = [...fromEffectToCause(log, carrierOf(log, seq))]
  const messages = chain.filter(isSent)
  const outbound = chain.filter(isToClient)
  const leg = outbound.length > 0 ? legToClient(log, outbound) : legToServer(log, chain)
  if (leg === null) return null
  const near = messages[0] ?? (leg.stomp === null ? null : firstEffect(log, leg.stomp.seq, isSent))
  return { ...leg, sent: near, sentBefore: messages[1] ?? null }
}

/** A beat is told before what carries it to the client, which came out of the same timer. */
const carrierOf = (log: EventLog, seq: number): number => {
  const beat = log.at(seq)
  if (beat?.type !== 'heartbeat.sent' || beat.cause === null) return seq
  const carries = (event: TraceEvent): event is TraceEvent =>
    event.seq > seq && event.session === beat.session && (isSent(event) || isSockJsSent(event))
  return firstEffect(log, beat.cause, carries)?.seq ?? seq
}

type NetworkLeg = Omit<MessageLeg, 'sent' | 'sentBefore'>

/** @param facts of this way that led to the chosen event, the latest first */
const legToClient = (log: EventLog, facts: readonly TraceEvent[]): NetworkLeg | null => {
  const from = facts.at(-1)?.seq ?? 0
  const latest = facts[0]?.seq ?? from
  const stomp = facts.find(isEncoded) ?? firstEffect(log, from, isEncoded)
  const sockJs = facts.find(isSockJsSent) ?? firstEffect(log, stomp?.seq ?? latest, isSockJsSent)
  const wire = facts.find(isWrite) ?? firstEffect(log, sockJs?.seq ?? stomp?.seq ?? latest, isWrite)
  return { direction: 'to-client', wire, sockJs, stomp }
}

const legToServer = (log: EventLog, chain: readonly TraceEvent[]): NetworkLeg | null => {
  const wire = chain.findLast(isArrival)
  if (wire === undefined) return null
  const sockJs = chain.find(isSockJsReceived) ?? firstEffect(log, wire.seq, isSockJsReceived)
  const stomp = chain.find(isDecoded) ?? firstEffect(log, wire.seq, isDecoded)
  return { direction: 'to-server', wire, sockJs, stomp }
}
