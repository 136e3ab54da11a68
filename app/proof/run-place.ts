import type { FeedHello, LabConfiguration } from '#trace'
import type { Scenario } from '../../content/scenarios/scenario.ts'
import type { Connection } from '../trace/trace-store.ts'

/** `memory`: in this page, shown as a recording. `own-lab`: beside the lab of now, since it wants another configuration. */
export type RunPlace = 'live' | 'memory' | 'own-lab'

/** Request headers that a browser sets by itself and lets nobody else set (Fetch, Forbidden request-header). */
const FORBIDDEN = /^(?:host|origin|cookie|connection|upgrade|content-length|te|sec-.*|proxy-.*)$/i

/** Milliseconds that somebody likes to look at nothing; in memory time costs nothing. */
const PATIENCE = 10_000

const isQuick = ({ steps }: Scenario): boolean =>
  steps.reduce((waited, step) => waited + (step.do === 'wait' ? step.for : 0), 0) <= PATIENCE

/** Whether a browser can do all of it. */
function isForBrowsers({ steps }: Scenario): boolean {
  return steps.every((step) => {
    if (step.do === 'write-wire') return false
    if (step.do === 'open') return Object.keys(step.headers ?? {}).length === 0
    return step.do !== 'request' || !Object.keys(step.headers ?? {}).some((name) => FORBIDDEN.test(name))
  })
}

/** Where a scenario is played. */
export function runPlace(scenario: Scenario, connection: Connection, hello: FeedHello | null): RunPlace {
  if (connection !== 'live' || !isForBrowsers(scenario) || !isQuick(scenario)) return 'memory'
  return hello !== null && suits(hello.config, scenario) ? 'live' : 'own-lab'
}

/** A scenario that names none is told in the words of the usual ones, whatever else is different. */
function suits(config: LabConfiguration, { configuration }: Scenario): boolean {
  return configuration === undefined ? hasUsualAddresses(config) : configuration === config.name
}

function hasUsualAddresses(config: LabConfiguration): boolean {
  const { endpoints, applicationDestinationPrefixes, simpleBroker, requireToken } = config
  return (
    endpoints.some(({ path }) => path === '/ws') &&
    applicationDestinationPrefixes.includes('/app') &&
    simpleBroker.destinationPrefixes.includes('/topic') &&
    !requireToken
  )
}
