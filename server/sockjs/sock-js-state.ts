import type { CloseStatus } from '../websocket/close-status.ts'
import type { WebSocketMessage } from '../websocket/websocket-message.ts'

/** `closing`: over for the handler, remembered for the client. `closed`: forgotten. */
export type SockJsPhase = 'connecting' | 'open' | 'closing' | 'closed'

/** The response on which the server can send now. */
export interface SockJsReceiver {
  readonly transport: string
  readonly endsAfterFrame: boolean
  /** What of the limit of one response is used. */
  readonly bytes: number
  /** The client dropped it, and nobody has noticed. */
  readonly isLost: boolean
}

export interface SockJsState {
  readonly sessionId: string
  readonly phase: SockJsPhase
  readonly receiver: SockJsReceiver | null
  /** Waits for a receiver. */
  readonly queue: readonly WebSocketMessage[]
  /** What the session ended with. */
  readonly farewell: CloseStatus | null
}

export const newSockJsState = (sessionId: string): SockJsState => ({
  sessionId,
  phase: 'connecting',
  receiver: null,
  queue: [],
  farewell: null,
})

export interface SockJsClosing {
  readonly status: CloseStatus
  readonly why: 'closed-by-server' | 'killed' | 'receiver-lost' | 'disconnect-delay' | 'queue-full'
}

export type SockJsInput =
  | { readonly input: 'receiver-attached'; readonly transport: string; readonly endsAfterFrame: boolean }
  /** The client dropped the receiver's connection. */
  | { readonly input: 'receiver-detached' }
  /** The handler was told of the session. */
  | { readonly input: 'established' }
  | { readonly input: 'written'; readonly frame: OutgoingSockJsFrame['frame']; readonly bytes: number }
  | { readonly input: 'send'; readonly message: WebSocketMessage }
  | { readonly input: 'received'; readonly messages: readonly WebSocketMessage[] }
  | ({ readonly input: 'close' } & SockJsClosing)
  | { readonly input: 'timer'; readonly timer: SockJsTimer }

/** `disconnect` runs while there is no receiver. */
export type SockJsTimer = 'heartbeat' | 'disconnect'

export type OutgoingSockJsFrame =
  /** What a streaming response begins with; no frame of the protocol. */
  | { readonly frame: 'prelude' }
  | { readonly frame: 'open' }
  | { readonly frame: 'heartbeat' }
  | { readonly frame: 'messages'; readonly messages: readonly WebSocketMessage[] }
  | { readonly frame: 'close'; readonly status: CloseStatus }

export type SockJsEffect =
  /** Who asked becomes the receiver. */
  | { readonly effect: 'attach' }
  /** Who asked gets these frames, and an end. */
  | { readonly effect: 'turn-away'; readonly frames: readonly OutgoingSockJsFrame[] }
  /** To the receiver; `written` follows, but for a prelude. */
  | { readonly effect: 'write'; readonly frame: OutgoingSockJsFrame }
  /** The receiver's response ends; it is the receiver no more. */
  | { readonly effect: 'end' }
  | { readonly effect: 'start-timer' | 'stop-timer'; readonly timer: SockJsTimer }
  /** Tells the handler of the session; `established` follows. */
  | { readonly effect: 'establish' }
  | { readonly effect: 'deliver'; readonly messages: readonly WebSocketMessage[] }
  | ({ readonly effect: 'closed' } & SockJsClosing)
  | { readonly effect: 'forget' }

export interface SockJsStep {
  readonly state: SockJsState
  readonly effects: readonly SockJsEffect[]
}

/** Where servers differ in what a session does (sockjs.md 10), and what can be set. */
export interface SockJsSessionRules {
  /** The handler hears of a session before its client gets the open frame. */
  readonly tellsHandlerFirst: boolean
  /** Everything that waits leaves in one frame, on streaming transports too. */
  readonly batchesStreams: boolean
  /** A streaming response begins with its prelude also where it only refuses. */
  readonly preludesRefusals: boolean
  /** What a closed session says: its own status after what still waits, or always `c[3000,"Go away!"]`. */
  readonly farewell: 'own' | 'go-away'
  /** When a client that dropped its receiver counts as gone. */
  readonly interruption: 'at-once' | 'when-written-to'
  readonly heartbeat: 'after-silence' | 'fixed-period'
  /** Of what counts of a response's frames, before the response ends. */
  readonly streamBytesLimit: number
  /** How many messages may wait. */
  readonly messageCacheSize: number
}

export type StepSockJsSession = (state: SockJsState, input: SockJsInput, rules: SockJsSessionRules) => SockJsStep
