import type { LabConfiguration } from '#trace'

/** What a fresh card proposes: the greeting of the example application (golden.md). */
export const GREETINGS_TOPIC = '/topic/greetings'

/** JSON, so that Spring's converter needs no guessing. */
export const GREETING_HEADERS: Readonly<Record<string, string>> = { 'content-type': 'application/json' }

/** `/hello` under the first application destination prefix of the lab. */
export function helloDestination(config: LabConfiguration | null): string {
  const prefix = config === null ? '/app' : (config.applicationDestinationPrefixes[0] ?? '')
  return `${prefix.replace(/\/$/, '')}/hello`
}

export function helloBody(name: string): string {
  return JSON.stringify({ name })
}
