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

  /** Milliseconds since the client gave its last sign of life. */
  silence(now: number): number {
    return now - this.#lastRead
  }

  isDueToWrite(now: number): boolean {
    return this.writeInterval > 0 && now - this.#lastWrite > this.writeInterval
  }
}

/** What the heart-beat task finds when it looks at a session (spring.md 2.10.3). */
export interface HeartbeatCheck {
  /** `late`: silent for longer than the interval that it agreed to; `missed`: for longer than Spring bears. */
  readonly client: 'on-time' | 'late' | 'missed'
  /** Milliseconds until the client counts as dead, below 0 afterwards; null: it promised nothing. */
  readonly remaining: number | null
  readonly isDueToWrite: boolean
}

export const checkHeartbeat = (session: BrokerSession, now: number): HeartbeatCheck => {
  const isDueToWrite = session.isDueToWrite(now)
  if (session.readInterval === 0) return { client: 'on-time', remaining: null, isDueToWrite }
  const silence = session.silence(now)
  const remaining = session.readInterval - silence
  const isLate = silence * HEARTBEAT_MULTIPLIER > session.readInterval
  return { client: remaining < 0 ? 'missed' : isLate ? 'late' : 'on-time', remaining, isDueToWrite }
}
