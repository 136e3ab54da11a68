import * as v from 'valibot'
import type { LabConfiguration } from '../trace/index.ts'

const octets = v.pipe(v.number(), v.integer(), v.minValue(1))
const milliseconds = v.pipe(v.number(), v.minValue(0))
const prefixes = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(256))), v.maxLength(16))
const origins = v.pipe(v.array(v.pipe(v.string(), v.maxLength(256))), v.maxLength(16))
const path = v.pipe(v.string(), v.regex(/^\/[^?#\s]*[^/?#\s]$/, 'an endpoint begins with / and does not end with it'))
const pool = v.object({ corePoolSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64)) })

/** What a lab can read as its configuration; whether an application with it would start is another question. */
export const labConfigurationSchema: v.GenericSchema<unknown, LabConfiguration> = v.object({
  name: v.pipe(v.string(), v.maxLength(64)),
  endpoints: v.pipe(
    v.array(
      v.object({
        path,
        webSocket: v.boolean(),
        sockJs: v.boolean(),
        allowedOrigins: origins,
        allowedOriginPatterns: origins,
        vetoed: v.boolean(),
      }),
    ),
    v.maxLength(16),
  ),
  applicationDestinationPrefixes: prefixes,
  simpleBroker: v.object({
    destinationPrefixes: prefixes,
    heartbeat: v.nullable(v.tuple([milliseconds, milliseconds])),
    taskScheduler: v.exactOptional(v.boolean()),
    selectorHeaderName: v.nullable(v.pipe(v.string(), v.minLength(1))),
    cacheLimit: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  userDestinationPrefix: v.nullable(v.pipe(v.string(), v.maxLength(256))),
  pathSeparator: v.picklist(['/', '.']),
  preservePublishOrder: v.boolean(),
  preserveReceiveOrder: v.boolean(),
  clientInboundChannel: pool,
  clientOutboundChannel: pool,
  transport: v.object({
    messageSizeLimit: v.pipe(v.number(), v.integer()),
    sendTimeLimit: milliseconds,
    sendBufferSizeLimit: octets,
    timeToFirstMessage: milliseconds,
  }),
  errorHandler: v.boolean(),
  requireToken: v.boolean(),
  sockJs: v.object({
    heartbeatTime: milliseconds,
    disconnectDelay: milliseconds,
    streamBytesLimit: octets,
    httpMessageCacheSize: v.pipe(v.number(), v.integer(), v.minValue(1)),
    sessionCookieNeeded: v.boolean(),
    webSocketEnabled: v.boolean(),
    jsonp: v.exactOptional(v.boolean()),
    iframe: v.exactOptional(v.boolean()),
    clientLibraryUrl: v.exactOptional(
      v.pipe(v.string(), v.regex(/^[^\s"<>]{1,256}$/, 'a URL has no quotes or spaces')),
    ),
  }),
  permessageDeflate: v.exactOptional(v.boolean()),
  seed: v.pipe(v.number(), v.integer()),
  interleaving: v.exactOptional(v.picklist(['natural', 'seeded'])),
})
