/** Spring's `Principal`, as far as anybody asks it. */
export interface Principal {
  readonly name: string
}

/** `SimpMessageType` (spring.md 2.0.1). */
export type SimpMessageType =
  | 'CONNECT'
  | 'CONNECT_ACK'
  | 'DISCONNECT'
  | 'DISCONNECT_ACK'
  | 'SUBSCRIBE'
  | 'UNSUBSCRIBE'
  | 'MESSAGE'
  | 'HEARTBEAT'
  | 'OTHER'

/**
 * `nativeHeaders`: Java's `LinkedMultiValueMap`. Names in the order of their first appearance, each with all its
 * values; overwriting a name keeps its place (spring.md 2.0.8).
 */
export type NativeHeaders = ReadonlyMap<string, readonly string[]>

/** The headers of a `Message`, by Spring's names (spring.md 2.0.4, 2.0.5). An absent header is an absent key. */
export interface MessageHeaders {
  readonly simpMessageType: SimpMessageType
  readonly stompCommand?: string
  readonly nativeHeaders?: NativeHeaders
  readonly simpDestination?: string
  readonly simpSessionId?: string
  readonly simpSubscriptionId?: string
  readonly simpUser?: Principal
  readonly simpSessionAttributes?: Map<string, unknown>
  /** A MIME type as `MimeType#toString` writes it. */
  readonly contentType?: string
  readonly simpHeartbeat?: readonly [number, number]
  readonly simpConnectMessage?: Message
  readonly simpDisconnectMessage?: Message
  readonly simpIgnoreError?: boolean
  /** Run when a subscriber has handled the message: the next one of its session may follow (spring.md 1.4.5). */
  readonly simpNextMessageTask?: () => void
  readonly lookupDestination?: string
  readonly destinationVariables?: Readonly<Record<string, string>>
  /**
   * Not a header in Spring but the callback in the CONNECT message's `StompHeaderAccessor`: told when an interceptor
   * sets the user, so that the session remembers it (spring.md 6.3).
   */
  readonly userChangeCallback?: (user: Principal) => void
}

/** Spring's `Message<byte[]>`: immutable, never reused, compared by identity. */
export interface Message {
  readonly payload: Uint8Array
  readonly headers: MessageHeaders
}

export const createMessage = (payload: Uint8Array, headers: MessageHeaders): Message => ({ payload, headers })

/** A copy with other headers. */
export const withHeaders = (message: Message, headers: Partial<MessageHeaders>): Message => ({
  payload: message.payload,
  headers: { ...message.headers, ...headers },
})

/** `accessor.setUser`: a copy with the user, told to whoever listens for the change (spring.md 6.3). */
export const withUser = (message: Message, user: Principal): Message => {
  message.headers.userChangeCallback?.(user)
  return withHeaders(message, { simpUser: user })
}

/** The first value of a native header: repeated headers, the first one wins. */
export const firstNativeHeader = (message: Message, name: string): string | undefined =>
  message.headers.nativeHeaders?.get(name)?.[0]
