import type { LabConfiguration } from '../trace/index.ts'

export type CheckedConfiguration =
  /** `config` has the defaults that Spring adds. */
  | { readonly kind: 'possible'; readonly config: LabConfiguration }
  /** What Spring says when the application starts, or of every connection. */
  | { readonly kind: 'impossible'; readonly message: string }

/** What a broker beats at that has a `TaskScheduler` and no value (spring.md 2.10.1). */
const DEFAULT_HEARTBEAT = [10_000, 10_000] as const

/** First segments of addresses that no endpoint can have, since the product has them (contract.md, Addresses). */
const RESERVED: ReadonlySet<string> = new Set(['trace', 'health', 'labs', 'embed', 'join', 'remote', 'assets'])

const firstSegment = (path: string): string => path.split('/')[1] ?? ''

type Rule = (config: LabConfiguration) => string | null

/** In the order in which an application meets them. A rule gives the reason why it cannot start; null: it can. */
const RULES: readonly Rule[] = [
  // SimpMessagingTemplate#setUserDestinationPrefix
  ({ userDestinationPrefix }) =>
    userDestinationPrefix?.trim() === '' ? 'User destination prefix must not be empty' : null,
  // SimpleBrokerMessageHandler#startInternal
  ({ simpleBroker: { heartbeat, taskScheduler } }) =>
    taskScheduler === false && heartbeat?.some((interval) => interval !== 0)
      ? 'Heartbeat values configured but no TaskScheduler provided'
      : null,
  // SubProtocolWebSocketHandler#start: an endpoint's registration brings the STOMP handler with it
  ({ endpoints }) => (endpoints.length === 0 ? 'No handlers' : null),
  // BufferingStompDecoder's constructor
  ({ transport }) => (transport.messageSizeLimit > 0 ? null : 'Buffer size limit must be greater than 0'),
  ({ endpoints }) => {
    const neither = endpoints.find(({ webSocket, sockJs }) => !webSocket && !sockJs)
    return neither ? `The endpoint ${neither.path} is neither a WebSocket nor a SockJS one` : null
  },
  ({ endpoints }) => {
    const taken = endpoints.find(({ path }) => RESERVED.has(firstSegment(path)))
    return taken ? `The address ${taken.path} belongs to Frameflow itself` : null
  },
]

/** Whether an application with this configuration would start. */
export const checkConfiguration = (config: LabConfiguration): CheckedConfiguration => {
  for (const rule of RULES) {
    const message = rule(config)
    if (message !== null) return { kind: 'impossible', message }
  }
  const { simpleBroker } = config
  if (simpleBroker.taskScheduler !== true || simpleBroker.heartbeat !== null) return { kind: 'possible', config }
  return { kind: 'possible', config: { ...config, simpleBroker: { ...simpleBroker, heartbeat: DEFAULT_HEARTBEAT } } }
}
