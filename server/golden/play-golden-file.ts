import type { TraceEvent } from '../trace/index.ts'
import { compareStep } from './compare-golden.ts'
import type { GoldenAction, GoldenFile } from './golden-file.ts'
import type { GoldenWorld } from './golden-world.ts'

/** Session ids that the trace gave to whoever this step opened, or that its path has. */
const learnNames = (names: Map<string, string>, action: GoldenAction, events: readonly TraceEvent[]): void => {
  const { open, request, as, path = '' } = action
  if (as !== undefined) names.set(path.split('/').at(-2) ?? '', as)
  const who = open ?? request
  for (const event of events) {
    if (event.type !== 'websocket.opened' || event.session === null || who === undefined) continue
    // Requests only get a name for the session that they open as a plain WebSocket: others are named by `as`.
    if (open !== undefined || event.transport === 'websocket') names.set(event.session, who)
  }
}

/** Plays a recording step by step. @returns what differed, a line each; empty: it passed */
export const playGoldenFile = async (file: GoldenFile, world: GoldenWorld): Promise<readonly string[]> => {
  const failures: string[] = []
  const names = new Map<string, string>()
  try {
    world.collect()
    for (const [index, step] of file.steps.entries()) {
      world.act(step.step)
      await world.settle(step.step.wait ?? 0)
      const actual = world.collect()
      learnNames(names, step.step, actual.events)
      const differences = compareStep(step, actual, names, file.unordered ?? false)
      failures.push(...differences.map((line) => `step ${index} ${JSON.stringify(step.step).slice(0, 80)}: ${line}`))
    }
  } finally {
    await world.close()
  }
  return failures
}
