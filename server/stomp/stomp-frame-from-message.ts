import { firstNativeHeader, type Message } from '../messaging/message.ts'
import type { DeliveryFrames } from './delivery-frames.ts'
import type { StompFrame } from './stomp-frame.ts'

export type OutgoingStompFrame =
  | { readonly kind: 'frame'; readonly frame: StompFrame }
  /** No STOMP version in common: Spring throws, and swallows it (spring.md 2.1.2). */
  | { readonly kind: 'unsupported-version' }
  /** A message that is not for clients: Spring throws, and swallows it. */
  | { readonly kind: 'unexpected-type' }

export interface OutgoingContext {
  /** The session's user, told to the client in CONNECTED. */
  readonly userName: string | null
  readonly deliveries: DeliveryFrames
  readonly nextMessageId: () => number
}

const NOTHING = new Uint8Array()

/** What the server speaks, best first. */
const SUPPORTED_VERSIONS = ['1.2', '1.1', '1.0']

const withoutBody = (command: string, headers: readonly (readonly [name: string, value: string])[]): StompFrame => ({
  command,
  headers: new Map(headers.map(([name, value]) => [name, [value]])),
  body: NOTHING,
})

const HEARTBEAT: StompFrame = withoutBody('HEARTBEAT', [])

/** The version that is highest among those of `accept-version`, which Spring does not trim. */
const negotiatedVersion = (connect: Message | undefined): string | undefined => {
  const accepted = (connect && firstNativeHeader(connect, 'accept-version'))?.split(',') ?? []
  return SUPPORTED_VERSIONS.find((version) => accepted.includes(version))
}

/** `#convertConnectAcktoStompConnected`. The heart-beat is the server's own, never the negotiated one (2.1.3). */
const connected = ({ headers }: Message, userName: string | null): OutgoingStompFrame => {
  const version = negotiatedVersion(headers.simpConnectMessage)
  if (version === undefined) return { kind: 'unsupported-version' }
  const frame = withoutBody('CONNECTED', [
    ['version', version],
    ['heart-beat', (headers.simpHeartbeat ?? [0, 0]).join(',')],
    ...(userName === null ? [] : [['user-name', userName] as const]),
  ])
  return { kind: 'frame', frame }
}

/** RECEIPT where the DISCONNECT asked for one; else Spring has nothing to say but an ERROR (2.8). */
const disconnected = ({ headers }: Message): StompFrame => {
  const receipt = headers.simpDisconnectMessage && firstNativeHeader(headers.simpDisconnectMessage, 'receipt')
  return receipt === undefined ? errorFrame('Session closed.') : withoutBody('RECEIPT', [['receipt-id', receipt]])
}

/** `StompSubProtocolHandler#sendErrorMessage`. */
export const errorFrame = (message: string, receiptId?: string): StompFrame =>
  withoutBody('ERROR', [['message', message], ...(receiptId === undefined ? [] : [['receipt-id', receiptId] as const])])

/** `StompSubProtocolHandler#getStompHeaderAccessor`: what a client is sent for a message on clientOutboundChannel. */
export const stompFrameFromMessage = (message: Message, context: OutgoingContext): OutgoingStompFrame => {
  switch (message.headers.simpMessageType) {
    case 'CONNECT_ACK':
      return connected(message, context.userName)
    case 'DISCONNECT_ACK':
      return { kind: 'frame', frame: disconnected(message) }
    case 'HEARTBEAT':
      return { kind: 'frame', frame: HEARTBEAT }
    case 'MESSAGE':
      return { kind: 'frame', frame: context.deliveries.frameOf(message, context.nextMessageId) }
    default:
      return { kind: 'unexpected-type' }
  }
}
