/** What can be set of a SockJS service (spring.md 5.7). Times are milliseconds. */
export interface SockJsSettings {
  readonly heartbeatTime: number
  readonly disconnectDelay: number
  readonly streamBytesLimit: number
  readonly httpMessageCacheSize: number
  readonly sessionCookieNeeded: boolean
  readonly webSocketEnabled: boolean
  /** The JSONP transport, as Spring had it until 5.0. */
  readonly jsonp?: boolean
  /** The iframe page whatever the allowed origins. */
  readonly iframe?: boolean
  /** Where the iframe page finds sockjs-client. */
  readonly clientLibraryUrl?: string
}
