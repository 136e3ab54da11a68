import type { SimpMessageType } from '../messaging/message.ts'

export type StompCommand =
  | 'STOMP'
  | 'CONNECT'
  | 'DISCONNECT'
  | 'SUBSCRIBE'
  | 'UNSUBSCRIBE'
  | 'SEND'
  | 'ACK'
  | 'NACK'
  | 'BEGIN'
  | 'COMMIT'
  | 'ABORT'
  | 'CONNECTED'
  | 'RECEIPT'
  | 'MESSAGE'
  | 'ERROR'

/** One row of Spring's `StompCommand` (spring.md 2.0.1, 2.0.7). */
export interface StompCommandFacts {
  readonly messageType: SimpMessageType
  readonly requiresDestination: boolean
  readonly requiresSubscriptionId: boolean
  /** These also carry a content-length when they are written. */
  readonly allowsBody: boolean
  /** STOMP 1.0 clients must understand the handshake, so its frames are never escaped (STOMP 1.2, Value Encoding). */
  readonly escapesHeaders: boolean
}

const row = (messageType: SimpMessageType, facts: Partial<StompCommandFacts> = {}): StompCommandFacts => ({
  messageType,
  requiresDestination: false,
  requiresSubscriptionId: false,
  allowsBody: false,
  escapesHeaders: true,
  ...facts,
})

export const STOMP_COMMANDS: Readonly<Record<StompCommand, StompCommandFacts>> = {
  STOMP: row('CONNECT', { escapesHeaders: false }),
  CONNECT: row('CONNECT', { escapesHeaders: false }),
  DISCONNECT: row('DISCONNECT'),
  SUBSCRIBE: row('SUBSCRIBE', { requiresDestination: true, requiresSubscriptionId: true }),
  UNSUBSCRIBE: row('UNSUBSCRIBE', { requiresSubscriptionId: true }),
  SEND: row('MESSAGE', { requiresDestination: true, allowsBody: true }),
  ACK: row('OTHER'),
  NACK: row('OTHER'),
  BEGIN: row('OTHER'),
  COMMIT: row('OTHER'),
  ABORT: row('OTHER'),
  CONNECTED: row('OTHER', { escapesHeaders: false }),
  RECEIPT: row('OTHER'),
  MESSAGE: row('MESSAGE', { requiresDestination: true, requiresSubscriptionId: true, allowsBody: true }),
  ERROR: row('OTHER', { allowsBody: true }),
}

export const isStompCommand = (name: string): name is StompCommand => Object.hasOwn(STOMP_COMMANDS, name)
