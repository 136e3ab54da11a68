import type { Principal } from '../messaging/message.ts'
import type { MessageChannel } from '../messaging/message-channel.ts'

type HeartbeatPair = readonly [outgoing: number, incoming: number]

/** Spring allows three intervals of silence (spring.md 2.10.2). */
const HEARTBEAT_MULTIPLIER = 3

const agreed = (first: number, second: number): number => (first > 0 && second > 0 ? Math.max(first, second) : 0)

/** The delay of the heart-beat task: the smaller interval that is on; null when none is. */
export const heartbeatInterval = (server: HeartbeatPair | null): number | null => {
  const intervals = (server ?? []).filter((interval) => interval > 0)
  return intervals.length === 0 ? null : Math.min(...intervals)
}

/** `SimpleBrokerMessageHandler.SessionInfo`: a connected session and its heart-beats (spring.md 2.10). */
export class BrokerSession {
  readonly id: string
  readonly user: Principal | undefined
  /** Where its MESSAGEs and heart-beats go. */
  readonly outbound: MessageChannel
  /** Milliseconds; 0: never. */
  readonly readInterval: number
  readonly writeInterval: number
  #lastRead: number
  #lastWrite: number

  constructor(parts: {
    readonly id: string
    readonly user: Principal | undefined
    readonly outbound: MessageChannel
    readonly client: HeartbeatPair
    readonly server: HeartbeatPair | null
    readonly now: number
  }) {
    const [serverOutgoing, serverIncoming] = parts.server ?? [0, 0]
    const [clientOutgoing, clientIncoming] = parts.client
    this.id = parts.id
    this.user = parts.user
    this.outbound = parts.outbound
    this.readInterval = agreed(clientOutgoing, serverIncoming) * HEARTBEAT_MULTIPLIER
    this.writeInterval = agreed(clientIncoming, serverOutgoing)
    this.#lastRead = parts.now
    this.#lastWrite = parts.now
  }

  read(now: number): void {
    this.#lastRead = now
  }

  written(now: number): void {
    this.#lastWrite = now
  }

  isSilent(now: number): boolean {
    return this.readInterval > 0 && now - this.#lastRead > this.readInterval
  }

  isDueToWrite(now: number): boolean {
    return this.writeInterval > 0 && now - this.#lastWrite > this.writeInterval
  }
}
