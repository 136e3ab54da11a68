import { MemoryWorld } from '../../content/player/memory-world.ts'
import type { ScenarioWorld } from '../../content/player/scenario-world.ts'
import type { Scenario } from '../../content/scenarios/scenario.ts'
import type { Page } from '../playback/page.ts'

/** A scenario that is played in memory, and shown as far as it was played. */
export interface StagedMemory {
  readonly world: ScenarioWorld
  /** Appends to the page's log what has happened since. */
  show(): void
}

/** The page's log must be open for a recording, and empty. */
export function stageMemory(scenario: Scenario, { trace, playback }: Pick<Page, 'trace' | 'playback'>): StagedMemory {
  const world = new MemoryWorld(scenario.configuration)
  const show = () => trace.append(world.recording().events)
  show()
  playback.getState().sync()
  // Its first event is the snapshot of what was before.
  playback.getState().seek(1)
  return { world, show }
}
