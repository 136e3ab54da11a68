import type { ConnectStep, Scenario, ScenarioStep } from '../../content/scenarios/scenario.ts'
import type { LiveClientState } from '../client/live-client-state.ts'

/**
 * Whether a client already is where the scenario's first steps would bring it: connected in that way, with those
 * subscriptions and no other. It need then not connect again.
 */
export function standsReady(state: LiveClientState, step: ConnectStep, scenario: Scenario): boolean {
  const { client, transport = 'raw WebSocket', token, heartBeat } = step
  if (state.status !== 'connected' || state.openTransport !== transport) return false
  if (token !== undefined || heartBeat !== undefined) return false
  const own = scenario.steps.filter((one) => 'client' in one && one.client === client)
  const wanted = own.flatMap((one) => (one.do === 'subscribe' ? [one] : []))
  const comesBefore = (one: ScenarioStep) => one.do === 'connect' || one.do === 'subscribe'
  const setUp = own.findIndex((one) => !comesBefore(one))
  const isSetUp = own.slice(setUp === -1 ? own.length : setUp).every((one) => !comesBefore(one))
  return (
    isSetUp &&
    own.filter((one) => one.do === 'connect').length === 1 &&
    wanted.every(({ id, headers }) => id === undefined && headers === undefined) &&
    wanted.length === state.subscriptions.length &&
    wanted.every(({ destination }, index) => state.subscriptions[index]?.destination === destination)
  )
}

/** Frames by hand that bring a client to where a card's `connect` and `subscribe` bring one. */
const FRAME_THAT_SETS_THE_SCENE = /^(?:CONNECT|STOMP|SUBSCRIBE)\n[^\0]*\n\n\0$/

const setsTheScene = (step: ScenarioStep): boolean =>
  step.do === 'write'
    ? step.texts.every((text) => FRAME_THAT_SETS_THE_SCENE.test(text))
    : ['connect', 'open', 'subscribe', 'mark'].includes(step.do)

/**
 * From which step on a run is shown slowly. What sets the scene goes before it quickly: connecting and
 * subscribing, up to the first mark or the first step that is something else; unless the scenario is nothing but that.
 */
export function slowFrom({ steps }: Scenario): number {
  const mark = steps.findIndex((step) => step.do === 'mark')
  const other = steps.findIndex((step) => !setsTheScene(step))
  const candidates = [mark, other].filter((index) => index !== -1)
  return candidates.length === 0 ? 0 : Math.min(...candidates)
}
