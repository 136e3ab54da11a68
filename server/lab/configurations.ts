import type { EndpointConfiguration, LabConfiguration } from '../trace/index.ts'

const ANY_ORIGIN = ['*'] as const

const endpoint = (path: string, parts: Partial<EndpointConfiguration> = {}): EndpointConfiguration => ({
  path,
  webSocket: true,
  sockJs: false,
  allowedOrigins: [],
  allowedOriginPatterns: [],
  vetoed: false,
  ...parts,
})

/** Registered twice, plain and `withSockJS()`, open to every origin. */
const open = (path: string): EndpointConfiguration =>
  endpoint(path, { sockJs: true, allowedOriginPatterns: ANY_ORIGIN })

const SOCKJS_ONLY = endpoint('/sockjs-only', { webSocket: false, sockJs: true })
const STRICT = endpoint('/strict')

const DEFAULT: LabConfiguration = {
  name: 'default',
  endpoints: [open('/ws'), SOCKJS_ONLY, STRICT],
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

const variant = (name: string, parts: Partial<LabConfiguration>): LabConfiguration => ({ ...DEFAULT, name, ...parts })

const ALL: readonly LabConfiguration[] = [
  DEFAULT,
  variant('heartbeat', { simpleBroker: { ...DEFAULT.simpleBroker, heartbeat: [1000, 1000] } }),
  variant('errorHandler', { errorHandler: true }),
  variant('ordered', { preservePublishOrder: true, preserveReceiveOrder: true }),
  variant('noPrefixes', {
    simpleBroker: { ...DEFAULT.simpleBroker, destinationPrefixes: [] },
    applicationDestinationPrefixes: [],
  }),
  variant('appWs', {
    endpoints: [open('/random-address'), SOCKJS_ONLY, STRICT],
    applicationDestinationPrefixes: ['/ws'],
  }),
  variant('requireToken', { requireToken: true }),
  variant('selector', { simpleBroker: { ...DEFAULT.simpleBroker, selectorHeaderName: 'selector' } }),
  variant('sockjsFast', {
    sockJs: { ...DEFAULT.sockJs, heartbeatTime: 500, disconnectDelay: 700, streamBytesLimit: 300 },
  }),
  variant('sockjsNoWebSocket', {
    sockJs: { ...DEFAULT.sockJs, webSocketEnabled: false, sessionCookieNeeded: false },
  }),
  variant('handshake', {
    endpoints: [
      ...DEFAULT.endpoints,
      endpoint('/star', { webSocket: false, sockJs: true, allowedOrigins: ['*'] }),
      endpoint('/vetoed', { vetoed: true }),
    ],
  }),
  variant('small', { transport: { ...DEFAULT.transport, messageSizeLimit: 1024 } }),
  variant('deflate', { permessageDeflate: true }),
]

/** The configurations that recordings and lessons name. */
export const CONFIGURATIONS: ReadonlyMap<string, LabConfiguration> = new Map(ALL.map((config) => [config.name, config]))

export const DEFAULT_CONFIGURATION: LabConfiguration = DEFAULT
