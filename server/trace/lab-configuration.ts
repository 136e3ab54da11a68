/**
 * What a lab can be told, as data: the switches of Spring's `WebSocketMessageBrokerConfigurer`.
 * Names follow the Java setters; times are milliseconds, sizes are octets.
 */
export interface LabConfiguration {
  /** The name of a known configuration, or `custom`; one that is custom in its name only runs under the known one's. */
  readonly name: string
  readonly endpoints: readonly EndpointConfiguration[]
  readonly applicationDestinationPrefixes: readonly string[]
  readonly simpleBroker: SimpleBrokerConfiguration
  /** Null: `setUserDestinationPrefix` was not called; Spring then uses `/user/` (spring.md 1.2.3). */
  readonly userDestinationPrefix: string | null
  readonly pathSeparator: '/' | '.'
  readonly preservePublishOrder: boolean
  readonly preserveReceiveOrder: boolean
  /** Core threads of the two client channels' pools. */
  readonly clientInboundChannel: { readonly corePoolSize: number }
  readonly clientOutboundChannel: { readonly corePoolSize: number }
  readonly transport: TransportConfiguration
  /** A `StompSubProtocolErrorHandler` is set. */
  readonly errorHandler: boolean
  /** The example's token interceptor refuses a CONNECT without a token. */
  readonly requireToken: boolean
  readonly sockJs: SockJsConfiguration
  /**
   * The container accepts permessage-deflate (RFC 7692) where a client offers it, as Tomcat does. Absent: it declines,
   * so that the octets can be read as they travel.
   */
  readonly permessageDeflate?: boolean
  /** Decides every interleaving, how long a slow method takes, and in a simulation every id. */
  readonly seed: number
  /**
   * Which of the threads of a pool that have a task goes on first. `natural`, or absent: who took it first, so that
   * messages overtake each other only where a method is slow. `seeded`: the seed decides.
   */
  readonly interleaving?: 'natural' | 'seeded'
}

export interface EndpointConfiguration {
  readonly path: string
  /** `addEndpoint(path)` */
  readonly webSocket: boolean
  /** `addEndpoint(path).withSockJS()` */
  readonly sockJs: boolean
  readonly allowedOrigins: readonly string[]
  readonly allowedOriginPatterns: readonly string[]
  /** A `HandshakeInterceptor` whose `beforeHandshake` returns false. */
  readonly vetoed: boolean
}

export interface SimpleBrokerConfiguration {
  readonly destinationPrefixes: readonly string[]
  /**
   * `setHeartbeatValue`: the server's outgoing and incoming interval. Null: it was not called, and without a
   * `TaskScheduler` there are no heart-beats.
   */
  readonly heartbeat: readonly [outgoing: number, incoming: number] | null
  /** `setTaskScheduler` was called. Absent: wherever there is a heart-beat value that needs one. */
  readonly taskScheduler?: boolean
  readonly selectorHeaderName: string | null
  readonly cacheLimit: number
}

export interface TransportConfiguration {
  readonly messageSizeLimit: number
  readonly sendTimeLimit: number
  readonly sendBufferSizeLimit: number
  readonly timeToFirstMessage: number
}

export interface SockJsConfiguration {
  readonly heartbeatTime: number
  readonly disconnectDelay: number
  readonly streamBytesLimit: number
  readonly httpMessageCacheSize: number
  readonly sessionCookieNeeded: boolean
  readonly webSocketEnabled: boolean
  /** The JSONP transport, which Spring had until 5.0. Absent: no. */
  readonly jsonp?: boolean
  /** The page for hidden iframes. Absent: as in Spring, only where cross-origin use is not restricted. */
  readonly iframe?: boolean
  /** `setSockJsClientLibraryUrl`: where that page finds sockjs-client. Absent: Spring's default. */
  readonly clientLibraryUrl?: string
}
