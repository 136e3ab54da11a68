import type { ClientTag, HandshakeCheck } from '#trace'
import type { SockJsAddress } from './sockjs-address.ts'

/** How a client comes to its connection through SockJS: what it asked, then one transport after another. Plain JSON. */
export interface LadderState {
  readonly client: ClientTag
  /** The event that it began with; tells two tries of one client apart. */
  readonly seq: number
  /** What the client said it would use; null: it said nothing, the server's facts tell all that is known. */
  readonly wanted: string | null
  readonly info: LadderInfo | null
  readonly rungs: readonly LadderRung[]
  /**
   * Deadlines that sockjs-client has set, oldest first. It takes back only that of the transport that opens: those of
   * transports that failed early stay, and end whatever is being tried when they are due (sockjs.md 12).
   */
  readonly timers: readonly LadderTimer[]
  readonly outcome: 'climbing' | 'open' | 'failed'
  /** Of the close that ended a ladder without a connection. */
  readonly closeCode: number | null
}

export interface LadderInfo {
  /** `http.requested`; null where only the client's round trip is known. */
  readonly requested: number | null
  readonly askedAt: number
  readonly status: number | null
  /** Milliseconds: the client's own round trip once it has said so, before that how long the server took. */
  readonly took: number | null
}

export interface LadderRung {
  /** As sockjs-client calls it. */
  readonly transport: string
  /** The event that it began with. */
  readonly seq: number
  /** Whether the client told of it; else its request did. */
  readonly reported: boolean
  /** Milliseconds of the lab. */
  readonly triedAt: number
  /** Which timer will end it, on the lab's clock; null: none is known. */
  readonly deadline: LadderTimer | null
  /** `http.requested`, and what its URL says; a raw WebSocket's says nothing. */
  readonly requested: number | null
  readonly address: SockJsAddress | null
  readonly status: number | null
  /** Why the handshake was refused: the check that failed. */
  readonly refusal: HandshakeCheck['check'] | null
  readonly end: LadderEnd | null
}

export interface LadderTimer {
  /** The transport that it was set for. */
  readonly transport: string
  readonly due: number
}

export type LadderEnd =
  | { readonly kind: 'opened'; readonly at: number }
  /** The library's limit. `timer` was set for another transport where that one had failed before. */
  | { readonly kind: 'timed-out'; readonly at: number; readonly timer: string }
  /** `reason`: the client's own words; null: it went on to the next without a word. */
  | { readonly kind: 'failed'; readonly at: number; readonly reason: string | null }
