import { describe, expect, test } from 'vitest'
import { recordScenario } from '../player/record-scenario.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { Claim } from './claim.ts'

const scenarios = Object.values(
  import.meta.glob<{ readonly SCENARIOS?: readonly Scenario[] }>('../scenarios/*.ts', { eager: true }),
).flatMap(({ SCENARIOS = [] }) => SCENARIOS)

const claims: Readonly<Record<string, Claim>> = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<{ readonly CLAIMS?: Readonly<Record<string, Claim>> }>('./*.ts', { eager: true }),
  ).map(({ CLAIMS = {} }) => CLAIMS),
)

describe('a scenario proves what it says that it proves', () => {
  test.each(scenarios)('$name', async (scenario) => {
    const { events } = await recordScenario(scenario)
    expect(scenario.proves.filter((name) => (claims[name]?.(events) ?? null) === null)).toEqual([])
  })
})
