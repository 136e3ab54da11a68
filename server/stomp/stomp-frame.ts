import type { NativeHeaders } from '../messaging/message.ts'

/** A part of a frame's octets, `[start, end)`. `index` counts header lines from 0. */
export interface StompSpan {
  readonly part: 'command' | 'header-name' | 'header-value' | 'end-of-line' | 'body' | 'nul'
  readonly start: number
  readonly end: number
  readonly index?: number
}

/** A STOMP frame by its parts. `HEARTBEAT` stands for a lone end-of-line, which has neither headers nor body. */
export interface StompFrame {
  readonly command: string
  /** Unescaped, in order, repeats grouped under their first place as Spring's multi-map does. */
  readonly headers: NativeHeaders
  readonly body: Uint8Array
  /** Where other frames begin with the very same headers: those, and the ones that are this frame's own. */
  readonly division?: HeaderDivision | undefined
}

/** Both parts together, in this order, are a frame's headers. */
export interface HeaderDivision {
  /** The same object for all frames that begin with it. */
  readonly common: NativeHeaders
  readonly own: readonly HeaderLine[]
}

export type HeaderLine = readonly [name: string, value: string]

/** A frame with the octets that carried it; spans count within `octets`. */
export interface WireStompFrame {
  readonly frame: StompFrame
  /** The octets' header lines, unescaped, each where it stands: a span's `index` counts these. */
  readonly lines: readonly HeaderLine[]
  readonly octets: Uint8Array
  readonly spans: readonly StompSpan[]
}
