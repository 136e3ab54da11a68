import type { TraceEvent } from '#trace'
import type { Claim } from '../claims/claim.ts'
import { playInMemory } from '../player/play-in-memory.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { Entry } from './notes-content.ts'
import type { Problem } from './problem.ts'

/** What a scenario leaves behind. */
export interface PlayedScenario {
  readonly scenario: Scenario
  readonly events: readonly TraceEvent[]
  /** What stood on the wire. */
  readonly texts: readonly string[]
}

export interface PlayedScenarios {
  readonly played: ReadonlyMap<string, PlayedScenario>
  readonly problems: readonly Problem[]
}

export async function playAll(scenarios: readonly Entry<Scenario>[]): Promise<PlayedScenarios> {
  const played = new Map<string, PlayedScenario>()
  const problems: Problem[] = []
  for (const { name, value: scenario, file, line } of scenarios) {
    try {
      const world = await playInMemory(scenario)
      played.set(name, { scenario, events: world.recording().events, texts: world.texts })
    } catch (error) {
      problems.push({ file, line, what: `"${name}" cannot be played: ${error}` })
    }
  }
  return { played, problems }
}

/** Each claim that a scenario says to prove is found in its trace. */
export const checkProofs = (
  scenarios: readonly Entry<Scenario>[],
  claims: readonly Entry<Claim>[],
  played: ReadonlyMap<string, PlayedScenario>,
): readonly Problem[] => {
  const claimNamed = new Map(claims.map((claim) => [claim.name, claim]))
  return scenarios.flatMap(({ name, value: { proves }, file, line }) =>
    proves.flatMap((claimName): Problem[] => {
      const claim = claimNamed.get(claimName)
      if (claim === undefined) return [{ file, line, what: `"${name}" proves "${claimName}", which is no claim` }]
      const events = played.get(name)?.events
      const flaw = events === undefined ? null : flawOf(claim.value, events)
      return flaw === null ? [] : [{ file: claim.file, line: claim.line, what: `"${claimName}" ${flaw} "${name}"` }]
    }),
  )
}

/** Longer than any scenario, so that no number of the first trace is one of the second. */
const ELSEWHERE = 1_000_000

const flawOf = (claim: Claim, events: readonly TraceEvent[]): string | null => {
  const proof = claim(events)
  if (proof === null) return 'is not proved by'
  if (!events.some(({ seq }) => seq === proof)) return 'finds an event that is not in'
  const moved = events.map((event) => ({
    ...event,
    seq: event.seq + ELSEWHERE,
    cause: event.cause === null ? null : event.cause + ELSEWHERE,
    // A chunk and an end name the request that they answer.
    ...('request' in event && { request: event.request + ELSEWHERE }),
  }))
  return claim(moved) === proof + ELSEWHERE ? null : 'depends on where events are numbered from in'
}
