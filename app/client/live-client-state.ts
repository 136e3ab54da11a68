import type { ClientTag } from '#trace'

export type LiveClientStatus = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'closed'

export interface LiveSubscription {
  readonly id: string
  readonly destination: string
  /** Beside those two. */
  readonly headers?: Readonly<Record<string, string>>
}

/** What went wrong last, for the card to say. */
export type LiveClientTrouble =
  | { readonly kind: 'stomp-error'; readonly message: string }
  | { readonly kind: 'socket-closed'; readonly code: number; readonly reason: string }

export interface LiveClientState {
  readonly tag: ClientTag
  readonly status: LiveClientStatus
  /** What carries the connection: `raw WebSocket`, or the transport that SockJS settled on. */
  readonly openTransport: string | null
  readonly stompVersion: string | null
  /** When the next try is due, on the lab's clock. */
  readonly reconnectAt: number | null
  /** Those of now: empty while there is no connection. */
  readonly subscriptions: readonly LiveSubscription[]
  readonly trouble: LiveClientTrouble | null
}
