import type { ClientTag } from '#trace'
import type { ConnectStep, OpenStep, RequestStep, SendStep, SubscribeStep } from '../scenarios/scenario.ts'

/** Where a scenario can be played. Each method begins what its step says; `settle` lets it come to its end. */
export interface ScenarioWorld {
  connect(step: ConnectStep): void
  disconnect(client: ClientTag): void
  kill(client: ClientTag): void
  subscribe(step: SubscribeStep): void
  unsubscribe(client: ClientTag, id: string): void
  send(step: SendStep): void
  open(step: OpenStep): void
  write(client: ClientTag, texts: readonly string[]): void
  close(client: ClientTag, code: number | undefined, reason: string | undefined): void
  request(step: RequestStep): void
  publish(destination: string, body: string, user: string | undefined): void
  /** Lets `wait` milliseconds of the lab's clock pass, and then time until the lab is quiet. */
  settle(wait: number): Promise<void>
}
