import { deflateSync } from 'fflate'
import type { MessageLayers } from './message-layers.ts'
import { sockJsLayer } from './sockjs-layer.ts'
import { stompLayer } from './stomp-layer.ts'
import { tcpLayer } from './tcp-layer.ts'
import { utf8Octets, utf8Text } from './utf8-text.ts'
import { webSocketLayer } from './websocket-layer.ts'

/** Whether a copy can be written anew: a client's whole STOMP frame in one masked WebSocket frame. */
export const canBeSandbox = ({ leg, websocket, stomp, missing }: MessageLayers): boolean =>
  leg.direction === 'to-server' &&
  stomp !== null &&
  websocket !== null &&
  keysOf(websocket).length === 1 &&
  missing === 0

/**
 * The same message with another STOMP text in it, on every layer around: the same masking key, and SockJS where the
 * connection has it, and compressed where the message was. Spring has seen nothing of it.
 */
export const sandboxLayers = (layers: MessageLayers, text: string): MessageLayers => {
  const carried = layers.sockjs === null ? text : JSON.stringify([text])
  const [key] = layers.websocket === null ? [] : keysOf(layers.websocket)
  const payload = new TextEncoder().encode(carried)
  const compresses = layers.inflations.length > 0
  const travelling = compresses ? deflated(payload) : payload
  const octets = maskedTextFrame(travelling, key ?? new Uint8Array(4), compresses)
  const frame = { octets, length: travelling.length, inflated: compresses ? payload.length : undefined }
  const { layer, payload: tapped, inflations } = webSocketLayer([frame])
  const sockJs = layers.sockjs === null ? null : sockJsLayer(utf8Text(tapped.octets, tapped.wire))
  const [message = { text: '', wire: [] }] = sockJs?.messages ?? []
  return {
    leg: layers.leg,
    tcp: tcpLayer(layer.octets, [layer.octets.length]),
    websocket: layer,
    inflations,
    refused: null,
    http: null,
    sockjs: sockJs?.layer ?? null,
    stomp: stompLayer(sockJs === null ? tapped : utf8Octets(message)),
    spring: null,
    missing: 0,
    missingInside: 0,
  }
}

const keysOf = ({ octets, spans }: NonNullable<MessageLayers['websocket']>): readonly Uint8Array[] =>
  spans.filter(({ part }) => part === 'websocket.masking-key').map(({ start, end }) => octets.slice(start, end))

/** With a DEFLATE block that says it is the last (RFC 7692 §7.2.3.4). */
const deflated = (payload: Uint8Array): Uint8Array => Uint8Array.of(...deflateSync(payload), 0x00)

const FIN_AND_TEXT = 0x81
const RSV1 = 0x40
const MASKED = 0x80

/** RFC 6455 §5.2, §5.3. */
const maskedTextFrame = (payload: Uint8Array, key: Uint8Array, compressed: boolean): Uint8Array =>
  Uint8Array.from([
    compressed ? FIN_AND_TEXT | RSV1 : FIN_AND_TEXT,
    ...lengthOctets(payload.length),
    ...key,
    ...payload.map((octet, at) => octet ^ (key[at % key.length] ?? 0)),
  ])

const lengthOctets = (length: number): readonly number[] => {
  if (length < 126) return [MASKED | length]
  if (length < 0x1_0000) return [MASKED | 126, length >> 8, length & 0xff]
  const octets = new Uint8Array(8)
  new DataView(octets.buffer).setBigUint64(0, BigInt(length))
  return [MASKED | 127, ...octets]
}
