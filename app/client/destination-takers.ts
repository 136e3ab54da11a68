import type { LabConfiguration } from '#trace'
import type { DestinationKind } from '../../content/glossary/terms.ts'

/** The part of a lab's configuration that routes by destination. */
export type DestinationPrefixes = Pick<
  LabConfiguration,
  'applicationDestinationPrefixes' | 'userDestinationPrefix' | 'simpleBroker'
>

/** `UserDestinationMessageHandler` and the annotated handler match whole path segments, hence the slash. */
const DEFAULT_USER_PREFIX = '/user/'

/**
 * The prefix rules of the three handlers of clientInboundChannel (spring.md 1.2), as a hint before sending. Several can
 * take it: with no prefixes configured, everybody tries.
 */
export function destinationTakers(config: DestinationPrefixes, destination: string): readonly DestinationKind[] {
  const takers: DestinationKind[] = []
  const { applicationDestinationPrefixes, userDestinationPrefix, simpleBroker } = config
  if (startsWithOne(destination, applicationDestinationPrefixes.map(withSlash))) takers.push('controllers')
  if (destination.startsWith(withSlash(userDestinationPrefix ?? DEFAULT_USER_PREFIX))) takers.push('user')
  if (startsWithOne(destination, simpleBroker.destinationPrefixes)) takers.push('broker')
  return takers
}

/** No prefix at all lets everything through, as in Spring. */
function startsWithOne(destination: string, prefixes: readonly string[]): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => destination.startsWith(prefix))
}

function withSlash(prefix: string): string {
  return prefix.endsWith('/') ? prefix : `${prefix}/`
}
