import type { ClientTag, EventLog } from '#trace'
import type { RawMessage } from './raw-message.ts'

type Direction = RawMessage['direction']

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  'websocket.frame-received': 'to-server',
  'websocket.frame-sent': 'to-client',
}

/**
 * Finds the fact of the trace for each message of a raw WebSocket: within one session the order is the same on both
 * sides, direction by direction.
 */
export class MessagePairing {
  #log: EventLog | null = null
  #next = 0
  #session: string | null = null
  /** `seq` by direction, in order. */
  #found: Record<Direction, number[]> = { 'to-server': [], 'to-client': [] }
  #connection = 0

  /** @param since where in the log the connection began */
  follow(log: EventLog, tag: ClientTag, connection: number, since: number): void {
    if (this.#log !== log || this.#connection !== connection) {
      this.#log = log
      this.#connection = connection
      this.#next = since
      this.#session = null
      this.#found = { 'to-server': [], 'to-client': [] }
    }
    for (this.#next = Math.max(this.#next, log.first); this.#next < log.next; this.#next += 1)
      this.#look(this.#next, tag)
  }

  /** Null: the trace does not have it, or not yet; or it is of an earlier connection. */
  seqOf({ connection, direction, number }: RawMessage): number | null {
    return connection === this.#connection ? (this.#found[direction][number] ?? null) : null
  }

  #look(seq: number, tag: ClientTag): void {
    const event = this.#log?.at(seq)
    if (event === undefined || event.client !== tag) return
    if (event.type === 'websocket.opened') this.#session ??= event.session
    const direction = DIRECTIONS[event.type]
    if (direction === undefined || event.session !== this.#session || !('opcode' in event)) return
    if (event.opcode === 'text' || event.opcode === 'binary') this.#found[direction].push(seq)
  }
}
