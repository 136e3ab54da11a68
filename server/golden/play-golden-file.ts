import type { TraceEvent } from '../trace/index.ts'
import { compareStep } from './compare-golden.ts'
import type { GoldenAction, GoldenFile } from './golden-file.ts'
import type { GoldenWorld } from './golden-world.ts'

const opener = (action: GoldenAction): string | undefined => action.open ?? action.request

/** Session ids that the trace gave to whoever this step opened. */
const learnNames = (names: Map<string, string>, action: GoldenAction, events: readonly TraceEvent[]): void => {
  const who = opener(action)
  if (who === undefined) return
  for (const { type, session } of events) if (type === 'websocket.opened' && session !== null) names.set(session, who)
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
