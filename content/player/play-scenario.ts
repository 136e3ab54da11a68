import type { Scenario, ScenarioStep } from '../scenarios/scenario.ts'
import type { ScenarioWorld } from './scenario-world.ts'

/** A step that is done; the lab is quiet again. */
export interface PlayedStep {
  /** From 0. */
  readonly index: number
  readonly step: ScenarioStep
}

/** Plays a scenario, a step for each turn of the loop; who leaves the loop stops the play. */
export async function* playScenario({ steps }: Scenario, world: ScenarioWorld): AsyncGenerator<PlayedStep, void> {
  for (const [index, step] of steps.entries()) {
    begin(step, world)
    if (step.do !== 'mark') await world.settle(step.do === 'wait' ? step.for : 0)
    yield { index, step }
  }
}

function begin(step: ScenarioStep, world: ScenarioWorld): void {
  switch (step.do) {
    case 'connect':
      world.connect(step)
      break
    case 'disconnect':
      world.disconnect(step.client)
      break
    case 'kill':
      world.kill(step.client)
      break
    case 'subscribe':
      world.subscribe(step)
      break
    case 'unsubscribe':
      world.unsubscribe(step.client, step.id)
      break
    case 'send':
      world.send(step)
      break
    case 'open':
      world.open(step)
      break
    case 'write':
      world.write(step.client, step.texts)
      break
    case 'close':
      world.close(step.client, step.code, step.reason)
      break
    case 'request':
      world.request(step)
      break
    case 'publish':
      world.publish(step.destination, step.body, step.user)
      break
    case 'wait':
    case 'mark':
      break
  }
}
