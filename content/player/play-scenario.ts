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
    await begin(step, world)
    if (step.do !== 'mark') await world.settle(step.do === 'wait' ? step.for : 0)
    yield { index, step }
  }
}

function begin(step: ScenarioStep, world: ScenarioWorld): void | Promise<void> {
  switch (step.do) {
    case 'connect':
      return world.connect(step)
    case 'disconnect':
      return world.disconnect(step.client)
    case 'kill':
      return world.kill(step.client)
    case 'subscribe':
      return world.subscribe(step)
    case 'unsubscribe':
      return world.unsubscribe(step.client, step.id)
    case 'send':
      return world.send(step)
    case 'open':
      return world.open(step)
    case 'write':
      return world.write(step.client, step.texts)
    case 'write-octets':
      return world.writeOctets(step.client, step.octets)
    case 'write-wire':
      return world.writeWire(step.client, step.octets)
    case 'close':
      return world.close(step.client, step.code, step.reason)
    case 'request':
      return world.request(step)
    case 'publish':
      return world.publish(step.destination, step.body, step.user)
    case 'fault': {
      const { do: _fault, ...change } = step
      return world.setFault(change)
    }
    case 'wait':
    case 'mark':
      return undefined
  }
}
