import type { ClientTag, FaultChange } from '#trace'
import type { ConnectStep, OpenStep, RequestStep, SendStep, SubscribeStep } from '../scenarios/scenario.ts'

/** Some worlds take a moment. */
type Begun = void | Promise<void>

/** Where a scenario can be played. Each method begins what its step says; `settle` lets it come to its end. */
export interface ScenarioWorld {
  connect(step: ConnectStep): Begun
  disconnect(client: ClientTag): Begun
  kill(client: ClientTag): Begun
  subscribe(step: SubscribeStep): Begun
  unsubscribe(client: ClientTag, id: string): Begun
  send(step: SendStep): Begun
  open(step: OpenStep): Begun
  write(client: ClientTag, texts: readonly string[]): Begun
  writeOctets(client: ClientTag, octets: readonly number[]): Begun
  writeWire(client: ClientTag, octets: readonly number[]): Begun
  close(client: ClientTag, code: number | undefined, reason: string | undefined): Begun
  request(step: RequestStep): Begun
  publish(destination: string, body: string, user: string | undefined): Begun
  setFault(change: FaultChange): Begun
  /** Lets `wait` milliseconds of the lab's clock pass, and then time until the lab is quiet. */
  settle(wait: number): Promise<void>
}
