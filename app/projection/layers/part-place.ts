import type { EventLog, TraceEvent } from '#trace'
import type { LayerSpan } from './layer.ts'
import { type MessageLayers, messageLayers } from './message-layers.ts'
import type { SpanPart } from './span-part.ts'

/** Which facts stand for a message that may have parts of a kind: the kind is what the part's name begins with. */
const TOLD_BY: Readonly<Record<string, readonly TraceEvent['type'][]>> = {
  tcp: ['websocket.frame-received', 'websocket.frame-sent', 'http.requested', 'http.responded', 'http.chunk-sent'],
  websocket: ['websocket.frame-received', 'websocket.frame-sent'],
  http: ['http.requested', 'http.responded', 'http.chunk-sent'],
  sockjs: ['sockjs.frame-sent', 'sockjs.messages-received'],
  stomp: ['stomp.frame-decoded', 'stomp.frame-encoded'],
  spring: ['channel.sent'],
}

/** Messages that are looked at: taking one apart takes its time. */
const LOOKED_AT = 500

/** The first part of that name in a message; null: it has none. */
export const partIn = (layers: MessageLayers, part: SpanPart): LayerSpan | null =>
  spansOf(layers).find((span) => span.part === part) ?? null

const spansOf = ({ tcp, websocket, inflations, http, sockjs, stomp, spring }: MessageLayers): readonly LayerSpan[] => [
  ...[tcp, websocket, http, sockjs, stomp].flatMap((layer) => layer?.spans ?? []),
  ...inflations.map(({ span }) => span),
  ...(spring?.rows.map(({ span }) => span) ?? []),
]

/** The event `shown` where its message has such a part; else the newest that has. Null: none, as far as was looked. */
export const placeOfPart = (log: EventLog, part: SpanPart, shown: number | null): number | null => {
  if (shown !== null && hasPart(log, shown, part)) return shown
  const types = TOLD_BY[part.slice(0, part.indexOf('.'))] ?? []
  let looked = 0
  for (let seq = log.next - 1; seq >= log.first && looked < LOOKED_AT; seq--) {
    const type = log.at(seq)?.type
    if (type === undefined || !types.includes(type)) continue
    if (hasPart(log, seq, part)) return seq
    looked++
  }
  return null
}

const hasPart = (log: EventLog, seq: number, part: SpanPart): boolean => {
  const layers = messageLayers(log, seq)
  return layers !== null && partIn(layers, part) !== null
}
