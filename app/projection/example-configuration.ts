import type { LabConfiguration } from '#trace'

/** The configuration `default` of the server, as tests need it. */
export const EXAMPLE_CONFIGURATION: LabConfiguration = {
  name: 'default',
  endpoints: [],
  applicationDestinationPrefixes: ['/app'],
  simpleBroker: {
    destinationPrefixes: ['/topic', '/queue'],
    heartbeat: null,
    selectorHeaderName: null,
    cacheLimit: 1024,
  },
  userDestinationPrefix: null,
  pathSeparator: '/',
  preservePublishOrder: false,
  preserveReceiveOrder: false,
  clientInboundChannel: { corePoolSize: 4 },
  clientOutboundChannel: { corePoolSize: 4 },
  transport: {
    messageSizeLimit: 65_536,
    sendTimeLimit: 10_000,
    sendBufferSizeLimit: 524_288,
    timeToFirstMessage: 60_000,
  },
  errorHandler: false,
  requireToken: false,
  sockJs: {
    heartbeatTime: 25_000,
    disconnectDelay: 5_000,
    streamBytesLimit: 131_072,
    httpMessageCacheSize: 100,
    sessionCookieNeeded: true,
    webSocketEnabled: true,
  },
  seed: 1,
}
