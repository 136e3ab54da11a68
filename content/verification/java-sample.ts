import type { LabConfiguration } from '#trace'
import type { Sample } from './chapter-outline.ts'

/** What Java in the notes may speak of. */
export interface JavaFacts {
  readonly configurations: ReadonlyMap<string, LabConfiguration>
  /** Values of each annotation in the example application, as `MessageMapping` → `/hello`. */
  readonly annotations: ReadonlyMap<string, ReadonlySet<string>>
}

type Values = (config: LabConfiguration) => readonly unknown[]

/** Calls of the configuration, and with which arguments a configuration makes them. */
const CALLS: Readonly<Record<string, Values>> = {
  addEndpoint: ({ endpoints }) => endpoints.map(({ path }) => path),
  setAllowedOrigins: ({ endpoints }) => endpoints.flatMap(({ allowedOrigins }) => allowedOrigins),
  setAllowedOriginPatterns: ({ endpoints }) => endpoints.flatMap(({ allowedOriginPatterns }) => allowedOriginPatterns),
  setApplicationDestinationPrefixes: (config) => config.applicationDestinationPrefixes,
  enableSimpleBroker: ({ simpleBroker }) => simpleBroker.destinationPrefixes,
  setHeartbeatValue: ({ simpleBroker }) => simpleBroker.heartbeat ?? [],
  setSelectorHeaderName: ({ simpleBroker }) => [simpleBroker.selectorHeaderName],
  setUserDestinationPrefix: ({ userDestinationPrefix }) => [userDestinationPrefix ?? '/user'],
  setPreservePublishOrder: (config) => [config.preservePublishOrder],
  setPreserveReceiveOrder: (config) => [config.preserveReceiveOrder],
  setMessageSizeLimit: ({ transport }) => [transport.messageSizeLimit],
  setSendTimeLimit: ({ transport }) => [transport.sendTimeLimit],
  setSendBufferSizeLimit: ({ transport }) => [transport.sendBufferSizeLimit],
  setTimeToFirstMessage: ({ transport }) => [transport.timeToFirstMessage],
  setHeartbeatTime: ({ sockJs }) => [sockJs.heartbeatTime],
  setDisconnectDelay: ({ sockJs }) => [sockJs.disconnectDelay],
  setStreamBytesLimit: ({ sockJs }) => [sockJs.streamBytesLimit],
  setHttpMessageCacheSize: ({ sockJs }) => [sockJs.httpMessageCacheSize],
  setSessionCookieNeeded: ({ sockJs }) => [sockJs.sessionCookieNeeded],
  setWebSocketEnabled: ({ sockJs }) => [sockJs.webSocketEnabled],
}

/** @returns what neither the example application nor the named configuration has; null: nothing */
export const flawOfJava = ({ text, attributes }: Sample, { configurations, annotations }: JavaFacts): string | null => {
  const { config: name } = attributes
  if (name === undefined) return 'a sample of java names its configuration'
  const config = configurations.get(name)
  if (config === undefined) return `there is no configuration "${name}"`
  const code = text.replace(/\/\/.*$/gm, '')
  for (const [, annotation = '', values = ''] of code.matchAll(/@(\w+)\(([^)]*)\)/g)) {
    const known = annotations.get(annotation)
    const unknown = known && literalsIn(values).find((value) => !known.has(value))
    if (unknown !== undefined) return `no method of the example has @${annotation}(${unknown})`
  }
  for (const [, call = '', values = ''] of code.matchAll(/\.(\w+)\(([^)]*)\)/g)) {
    const known = CALLS[call]?.(config).map((value) => JSON.stringify(value))
    const unknown = known && literalsIn(values).find((value) => !known.includes(value))
    if (unknown !== undefined) return `the configuration ${name} does not call ${call}(${unknown})`
  }
  return null
}

/** Strings, numbers and booleans, as JSON writes them. */
const literalsIn = (values: string): readonly string[] =>
  [...values.matchAll(/"[^"]*"|\b(?:true|false|[\d_]+)\b/g)].map(([literal]) =>
    literal.startsWith('"') ? literal : literal.replaceAll('_', ''),
  )
