/**
 * What `WebSocketMessageBrokerStats` counts of the STOMP layer (spring.md 10.2, 10.3). CONNECT and DISCONNECT count
 * frames from clients, vetoed ones too; CONNECTED counts frames to them.
 */
export interface SubProtocolStatistics {
  currentSessions: number
  totalSessions: number
  limitExceededSessions: number
  noMessagesReceivedSessions: number
  totalConnect: number
  totalConnected: number
  totalDisconnect: number
}

export const NOTHING_COUNTED: Readonly<SubProtocolStatistics> = {
  currentSessions: 0,
  totalSessions: 0,
  limitExceededSessions: 0,
  noMessagesReceivedSessions: 0,
  totalConnect: 0,
  totalConnected: 0,
  totalDisconnect: 0,
}
