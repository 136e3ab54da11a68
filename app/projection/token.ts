import type { ClientTag, Station } from '#trace'

/** What a token looks like: its shape says what, its hue says who (ux.md c.2). */
export type TokenShape =
  | 'connect'
  | 'subscribe'
  | 'unsubscribe'
  | 'send'
  | 'message'
  | 'ack'
  | 'nack'
  | 'receipt'
  | 'transaction'
  | 'error'
  | 'http-request'
  | 'http-response'
  | 'heartbeat'
  | 'disconnect'
  | 'event'

/** Where a token runs: from the cause's place to the event's place. `client:A` stands for client A's card. */
export type Place = Station | `client:${string}`

/** A token at one instant of display time. `t` in [0, 1] along the edge. */
export interface Token {
  readonly seq: number
  /** `from>to`, both a {@link Place}. */
  readonly edge: `${Place}>${Place}`
  readonly t: number
  readonly shape: TokenShape
  /** Who sent it: the hue. Empty when nobody did. */
  readonly client: ClientTag
  /** Whom a MESSAGE copy goes to: the ring. */
  readonly recipient: ClientTag | null
  /** The command or verb that is written on it at level 0. */
  readonly label: string
  /** One drawn token stands for so many. */
  readonly weight: number
  /** It has its label however busy its edge is: an error, what is held, what came singly, what is chosen. */
  readonly kept: boolean
}

/** How an edge is drawn under load (ux.md c.2): labelled tokens, bare shapes, or a ribbon with a number. */
export type DetailLevel = 0 | 1 | 2
