import type { Scenario } from '../scenarios/scenario.ts'
import { MemoryWorld } from './memory-world.ts'
import { playScenario } from './play-scenario.ts'

/** Plays a scenario in memory from its beginning to its end. @returns the world as it is then */
export async function playInMemory(scenario: Scenario): Promise<MemoryWorld> {
  const world = new MemoryWorld(scenario.configuration)
  for await (const _played of playScenario(scenario, world));
  return world
}
