import type { PageClock } from '../backend/page-clock.ts'
import type { LivePage } from '../client/live-page.ts'
import type { RawClient } from '../composer/raw-client.ts'
import type { Page } from '../playback/page.ts'
import type { Recordings } from '../recording/recordings.ts'
import { claimNamed, predictionNamed, scenarioNamed } from './chapter-content.ts'
import { browserWhenIdle, ClaimCounts } from './claim-counts.ts'
import { LiveWorld } from './live-world.ts'
import { Predictions } from './predictions.ts'
import { ScenarioRuns } from './scenario-runs.ts'

/** What makes the notes more than text: runs, counted claims, predictions. */
export interface Proof {
  readonly runs: ScenarioRuns
  readonly claims: ClaimCounts
  readonly predictions: Predictions
}

export interface ProofOptions {
  readonly page: Page
  readonly live: LivePage
  readonly recordings: Recordings
  readonly clock: PageClock
  readonly composer: RawClient
  readonly createRawClient: () => RawClient
  /** Makes a lab with a configuration and opens the page there, where a run begins. @returns whether it is there */
  readonly openLab: (run: string, configuration: string) => Promise<boolean>
}

export function createProof({
  page,
  live,
  recordings,
  clock,
  composer,
  createRawClient,
  openLab,
}: ProofOptions): Proof {
  const worldPorts = { live, trace: page.trace, clock, composer, createRawClient, fetch: window.fetch.bind(window) }
  const runs = new ScenarioRuns({
    page,
    findScenario: scenarioNamed,
    createLiveWorld: (scenario, fresh) => new LiveWorld(scenario, fresh, worldPorts),
    async openMemory(scenario) {
      // The whole server comes with it: only who needs it loads it.
      const { stageMemory } = await import('./staged-memory.ts')
      recordings.openEmpty(scenario.name)
      return stageMemory(scenario, page)
    },
    openLab: ({ name }, configuration) => openLab(name, configuration),
  })
  return {
    runs,
    claims: new ClaimCounts({ trace: page.trace, findClaim: claimNamed, clock, whenIdle: browserWhenIdle }),
    predictions: new Predictions({ page, runs, findPrediction: predictionNamed, findClaim: claimNamed }),
  }
}
