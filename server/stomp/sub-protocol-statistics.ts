/** Sessions by what carries them. */
export type SessionKind = 'webSocketSessions' | 'httpStreamingSessions' | 'httpPollingSessions'

/**
 * What `WebSocketMessageBrokerStats` counts of the STOMP layer (spring.md 10.2, 10.3). CONNECT and DISCONNECT count
 * frames from clients, vetoed ones too; CONNECTED counts frames to them.
 */
export interface SubProtocolStatistics extends Record<SessionKind, number> {
  totalSessions: number
  limitExceededSessions: number
  noMessagesReceivedSessions: number
  totalConnect: number
  totalConnected: number
  totalDisconnect: number
}

export const NOTHING_COUNTED: Readonly<SubProtocolStatistics> = {
  webSocketSessions: 0,
  httpStreamingSessions: 0,
  httpPollingSessions: 0,
  totalSessions: 0,
  limitExceededSessions: 0,
  noMessagesReceivedSessions: 0,
  totalConnect: 0,
  totalConnected: 0,
  totalDisconnect: 0,
}

/** SockJS transports over HTTP by name; whatever else there is, is a WebSocket. */
const HTTP_KINDS: Readonly<Record<string, SessionKind>> = {
  xhr: 'httpPollingSessions',
  jsonp: 'httpPollingSessions',
  xhr_streaming: 'httpStreamingSessions',
  eventsource: 'httpStreamingSessions',
  htmlfile: 'httpStreamingSessions',
}

/** Spring's `DefaultStats#getCountFor`. */
export const sessionKind = (sockJsTransport: string | undefined): SessionKind =>
  HTTP_KINDS[sockJsTransport ?? ''] ?? 'webSocketSessions'
