import type { IgnoredReason, LabConfiguration, Station } from '#trace'
import { handlerName } from './handler-name.ts'
import { clip, say } from './say.ts'
import type { Sentence } from './sentence.ts'

const DEFAULT_USER_PREFIX = '/user/'

const PREFIXES_OF_HANDLER: Readonly<Partial<Record<Station, (config: LabConfiguration) => readonly string[]>>> = {
  simpAnnotationMethodMessageHandler: (config) => config.applicationDestinationPrefixes,
  userDestinationMessageHandler: (config) => [config.userDestinationPrefix ?? DEFAULT_USER_PREFIX],
  simpleBrokerMessageHandler: (config) => config.simpleBroker.destinationPrefixes,
  stompBrokerRelayMessageHandler: (config) => config.simpleBroker.destinationPrefixes,
}

/** Why a handler did not take a message, short enough to stand inside its box. */
export function reasonSentence(handler: Station, reason: IgnoredReason, config: LabConfiguration | null): Sentence {
  return say(`narration.reason-${reason}`, { prefixes: prefixesOf(handler, config) })
}

/** The same as a whole sentence about the handler. */
export function ignoredSentence(handler: Station, reason: IgnoredReason, config: LabConfiguration | null): Sentence {
  return say(`narration.ignored-${reason}`, { handler: handlerName(handler), prefixes: prefixesOf(handler, config) })
}

function prefixesOf(handler: Station, config: LabConfiguration | null): string {
  return config === null ? '…' : clip((PREFIXES_OF_HANDLER[handler]?.(config) ?? []).join(', ') || '/', 40)
}
