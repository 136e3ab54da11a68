/** In order, repeats kept. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** A body as JSON can hold it: text when the octets are UTF-8, else base64. Cut at 4 KiB. */
export type TracedPayload = { readonly text: string } | { readonly base64: string }

/** Set where a value was masked at equal length, or a payload was cut. */
export interface TracedCut {
  readonly truncated?: true
  readonly redacted?: true
}

/** A part of a STOMP frame's octets: `[start, end)`. `index` counts header lines from 0. */
export interface StompSpan {
  readonly part: 'command' | 'header-name' | 'header-value' | 'end-of-line' | 'body' | 'nul'
  readonly start: number
  readonly end: number
  readonly index?: number
}

export interface TracedStompFrame extends TracedCut {
  /** `HEARTBEAT` stands for a lone end-of-line. */
  readonly command: string
  /** The octets' header lines, unescaped, each where it stands: a span's `index` counts these. */
  readonly headers: HeaderList
  readonly body: TracedPayload
  readonly bodyLength: number
  /** Octets of the whole frame on the STOMP layer, NUL included. */
  readonly length: number
  readonly spans: readonly StompSpan[]
}

/** A Spring `Message`. This form is read by outside judges and fixed. */
export interface TracedMessage extends TracedCut {
  readonly payload: TracedPayload
  /** Octets, before any cut. */
  readonly length: number
  readonly headers: TracedMessageHeaders
}

export interface TracedMessageHeaders {
  readonly simpMessageType: string
  readonly stompCommand?: string
  readonly simpDestination?: string
  readonly simpSessionId?: string
  readonly simpSubscriptionId?: string
  readonly simpUser?: string
  readonly contentType?: string
  readonly simpHeartbeat?: string
  readonly nativeHeaders?: HeaderList
}
