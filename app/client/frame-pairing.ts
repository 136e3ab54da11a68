import type { ClientTag, EventLog, TraceEvent, TraceEventOf } from '#trace'
import type { FrameRow } from './frame-row.ts'

/** What the pairing must know of a card. */
export interface PairedClient {
  readonly tag: ClientTag
  readonly rows: readonly FrameRow[]
  /** The connection that is there or being made; else the one that will come. */
  readonly connection: number
}

type FrameFact = TraceEventOf<'stomp.frame-decoded' | 'stomp.frame-encoded'>

/**
 * Finds the fact of the trace for each row of the cards. The client knows the octets, the lab the number; what they share
 * is the order: within one connection a row belongs to the next fact of its direction with the same command and length.
 */
export class FramePairing {
  /** The `seq` of each row; forgotten with the rows. */
  #paired = new WeakMap<FrameRow, number>()
  /** The card's connection by session id. */
  #connections = new Map<string, number>()
  /** By tag: connections before this one belong to an earlier life of the lab. */
  #oldest = new Map<ClientTag, number>()
  #next = 0

  /** A new log, or a page that has just come: facts before `seq` are of other clients. */
  begin(seq: number, clients: readonly PairedClient[]): void {
    this.#paired = new WeakMap()
    this.#connections = new Map()
    this.#oldest = new Map(clients.map(({ tag, connection }) => [tag, connection]))
    this.#next = seq
  }

  seqOf(row: FrameRow): number | null {
    return this.#paired.get(row) ?? null
  }

  follow(log: EventLog, clients: readonly PairedClient[]): void {
    for (this.#next = Math.max(this.#next, log.first); this.#next < log.next; this.#next += 1) {
      const event = log.at(this.#next)
      if (event !== undefined && isFrameFact(event)) this.#pair(event, clients)
    }
  }

  #pair(fact: FrameFact, clients: readonly PairedClient[]): void {
    const client = clients.find(({ tag }) => tag === fact.client)
    if (client === undefined || fact.session === null) return
    const connection = this.#connections.get(fact.session)
    const oldest = this.#oldest.get(client.tag) ?? 0
    const row = client.rows.find(
      (candidate) =>
        (connection === undefined ? candidate.connection >= oldest : candidate.connection === connection) &&
        this.seqOf(candidate) === null &&
        fits(candidate, fact),
    )
    if (row === undefined) return
    this.#paired.set(row, fact.seq)
    this.#connections.set(fact.session, row.connection)
    // The next session of this client is another connection.
    this.#oldest.set(client.tag, Math.max(this.#oldest.get(client.tag) ?? 0, row.connection + 1))
  }
}

function fits(row: FrameRow, fact: FrameFact): boolean {
  const direction = fact.type === 'stomp.frame-decoded' ? 'to-server' : 'to-client'
  return row.direction === direction && row.command === fact.frame.command && row.octets === fact.frame.length
}

function isFrameFact(event: TraceEvent): event is FrameFact {
  return event.type === 'stomp.frame-decoded' || event.type === 'stomp.frame-encoded'
}
