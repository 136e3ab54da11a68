import { createSimulation } from '#simulation'
import { RECORDING_VERSION, type Recording } from '#trace'
import { SimulatedClient } from './simulated-client.ts'

const TOPIC = '/topic/greetings'

/** Milliseconds between what somebody does and the next: longer than anything takes, shorter than a heart-beat. */
const PAUSE = 500

/** Ada and Bob connect and subscribe, Ada says hello, both are greeted. */
export function recordGreeting(): Recording {
  const simulation = createSimulation()
  const { lab, scheduler } = simulation
  const done = (): void => scheduler.advance(PAUSE)

  done()
  const ada = new SimulatedClient(simulation, 'A')
  done()
  ada.subscribe('sub-0', TOPIC)
  done()
  const bob = new SimulatedClient(simulation, 'B')
  done()
  bob.subscribe('sub-0', TOPIC)
  done()
  ada.send('/app/hello', '{"name":"Ada"}')
  done()

  const { hello, ring } = lab
  return {
    header: { frameflow: RECORDING_VERSION, lab: hello.lab, config: hello.config },
    events: ring.range(ring.first, ring.next),
  }
}
