import type { ClientTag, HeartbeatPair } from '#trace'

/** Signs of life that know nothing of one another: STOMP's end of line, SockJS's `h`, and WebSocket's two opcodes. */
export type BeatKind = 'stomp' | 'sockjs' | 'ping' | 'pong'

export type BeatDirection = 'to-server' | 'to-client'

/** The beats of one kind in one direction since the connection began. */
export interface BeatTally {
  readonly kind: BeatKind
  readonly direction: BeatDirection
  readonly sent: number
  /** Of those, how many a fault swallowed. */
  readonly lost: number
  /** When the newest was, on the lab's clock. */
  readonly at: number
}

/** One side listens whether the other one lives. Milliseconds of the lab. */
export interface HeartListening {
  /** How often the other side promised to be heard; 0: it promised nothing. */
  readonly interval: number
  /** How long silence is borne. */
  readonly tolerance: number
  /** The newest sign of life: any STOMP text is one. */
  readonly heardAt: number
  /** The one before, which counts again when the newest turns out to be lost. */
  readonly heardBefore: number
}

/** One side has declared the other dead. */
export interface HeartDeath {
  readonly by: 'server' | 'client'
  readonly at: number
  /** Milliseconds since it last heard the other one. */
  readonly silence: number
}

/** The newest connection of a client and what is known of both its ends being alive, as far as the trace tells. */
export interface HeartState {
  readonly client: ClientTag
  readonly session: string
  /** Everything that STOMP says is wrapped, and SockJS has a heart-beat of its own. */
  readonly behindSockJs: boolean
  /** What CONNECT said; null: that is not in the log. */
  readonly offered: HeartbeatPair | null
  /** What CONNECTED said; null: not yet. */
  readonly answered: HeartbeatPair | null
  /** Spring listens to the client. */
  readonly server: HeartListening
  /** The client's library listens to Spring. */
  readonly listener: HeartListening
  /** In the order of their first beat. */
  readonly tallies: readonly BeatTally[]
  /** Half-open: nothing arrives any more, and nobody is told. */
  readonly isCut: boolean
  readonly death: HeartDeath | null
  /** When the connection ended; null: it is there. */
  readonly endedAt: number | null
}
