import { createMessage, type Message, type MessageHeaders, type NativeHeaders } from '../messaging/message.ts'
import { formatMimeType, parseMimeType } from './mime-type.ts'
import { isStompCommand, STOMP_COMMANDS, type StompCommand } from './stomp-command.ts'
import type { StompFrame } from './stomp-frame.ts'

/** Which header names the subscription. */
const SUBSCRIPTION_HEADER: Partial<Record<StompCommand, string>> = {
  SUBSCRIBE: 'id',
  UNSUBSCRIBE: 'id',
  MESSAGE: 'subscription',
}

const HEARTBEAT_PAYLOAD = new Uint8Array([10])

/** A passcode never leaves the STOMP layer. */
const protectPasscode = (headers: NativeHeaders): NativeHeaders =>
  headers.has('passcode') ? new Map([...headers, ['passcode', ['PROTECTED']]]) : headers

const contentTypeOf = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  const parsed = parseMimeType(value)
  return parsed.kind === 'mime-type' ? formatMimeType(parsed.mimeType) : undefined
}

/**
 * The Spring `Message` of a frame from a client, before the session is known (spring.md 2.0.4,
 * `StompHeaderAccessor#updateSimpMessageHeadersFromStompHeaders`).
 */
export const messageFromStompFrame = (frame: StompFrame): Message => {
  if (!isStompCommand(frame.command)) return createMessage(HEARTBEAT_PAYLOAD, { simpMessageType: 'HEARTBEAT' })
  const { messageType } = STOMP_COMMANDS[frame.command]
  const first = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : frame.headers.get(name)?.[0]
  const destination = first('destination')
  const contentType = contentTypeOf(first('content-type'))
  const subscription = first(SUBSCRIPTION_HEADER[frame.command])
  const native = messageType === 'CONNECT' ? protectPasscode(frame.headers) : frame.headers
  const headers: MessageHeaders = {
    simpMessageType: messageType,
    stompCommand: frame.command,
    ...(native.size > 0 && { nativeHeaders: native }),
    ...(destination !== undefined && { simpDestination: destination }),
    ...(contentType !== undefined && { contentType }),
    ...(subscription !== undefined && { simpSubscriptionId: subscription }),
  }
  return createMessage(frame.body, headers)
}
