import type { HeartbeatPair } from '#trace'
import type { BeatDirection, BeatKind, BeatTally, HeartDeath, HeartListening, HeartState } from './heart-state.ts'

/** How many intervals of silence a listener bears: Spring (spring.md 2.10.2), and stompjs unless told otherwise. */
export const TOLERATED_INTERVALS = { server: 3, client: 2 } as const

/** @param at when the connection began, on the lab's clock */
export function newHeart(client: string, session: string, transport: string, at: number): HeartState {
  const listening: HeartListening = { interval: 0, tolerance: 0, heardAt: at, heardBefore: at }
  return {
    client,
    session,
    behindSockJs: transport.startsWith('sockjs-'),
    offered: null,
    answered: null,
    server: listening,
    listener: listening,
    tallies: [],
    isCut: false,
    death: null,
    endedAt: null,
  }
}

/** STOMP 1.2 §Heart-beating: each direction by itself; who says 0 takes no part in it. */
export function agreed(heart: HeartState, answered: HeartbeatPair, at: number): HeartState {
  const [clientCan, clientWants] = heart.offered ?? [0, 0]
  const [serverCan, serverWants] = answered
  return {
    ...heart,
    answered,
    // The broker counts from the CONNECT that it has read, not from its answer.
    server: listening(clientCan, serverWants, TOLERATED_INTERVALS.server, heart.server.heardAt),
    listener: listening(serverCan, clientWants, TOLERATED_INTERVALS.client, at),
  }
}

function listening(can: number, wants: number, intervals: number, heardAt: number): HeartListening {
  const interval = can > 0 && wants > 0 ? Math.max(can, wants) : 0
  return { interval, tolerance: interval * intervals, heardAt, heardBefore: heardAt }
}

export function heardByServer(heart: HeartState, at: number): HeartState {
  if (heart.answered !== null && heart.server.interval === 0) return heart
  return { ...heart, server: { ...heart.server, heardAt: at } }
}

/** What leaves for the client is taken as heard, until a fault says otherwise. */
export function sentToClient(heart: HeartState, at: number): HeartState {
  const { listener, isCut } = heart
  if (isCut || listener.interval === 0) return heart
  return { ...heart, listener: { ...listener, heardAt: at, heardBefore: listener.heardAt } }
}

export function withBeat(heart: HeartState, kind: BeatKind, direction: BeatDirection, at: number): HeartState {
  const isLost = heart.isCut && direction === 'to-client'
  return tallied(heart, kind, direction, (tally) => ({
    ...tally,
    sent: tally.sent + 1,
    lost: tally.lost + (isLost ? 1 : 0),
    at,
  }))
}

/** Of what a client sends and a fault swallows, the server sees nothing. */
export function lostToServer(heart: HeartState, kind: BeatKind, at: number): HeartState {
  return tallied(withBeat(heart, kind, 'to-server', at), kind, 'to-server', oneLost)
}

/** The beat that has just left for the client did not arrive. */
export function lostToClient(heart: HeartState): HeartState {
  const newest = newestBeat(heart, 'to-client')
  if (newest === null) return heart
  const { listener } = heart
  const counted = tallied(heart, newest.kind, 'to-client', oneLost)
  // To STOMP only its own beat was a sign of life.
  return newest.kind === 'stomp' ? { ...counted, listener: { ...listener, heardAt: listener.heardBefore } } : counted
}

/** @param direction absent: either */
export function newestBeat({ tallies }: Pick<HeartState, 'tallies'>, direction?: BeatDirection): BeatTally | null {
  const candidates = tallies.filter((tally) => direction === undefined || tally.direction === direction)
  return candidates.reduce<BeatTally | null>((newest, tally) => (newest && newest.at > tally.at ? newest : tally), null)
}

export function dead(heart: HeartState, by: HeartDeath['by'], at: number): HeartState {
  if (heart.death !== null) return heart
  const { heardAt } = by === 'server' ? heart.server : heart.listener
  return { ...heart, death: { by, at, silence: at - heardAt } }
}

const oneLost = (tally: BeatTally): BeatTally => ({ ...tally, lost: tally.lost + 1 })

function tallied(
  heart: HeartState,
  kind: BeatKind,
  direction: BeatDirection,
  change: (tally: BeatTally) => BeatTally,
): HeartState {
  const { tallies } = heart
  const index = tallies.findIndex((tally) => tally.kind === kind && tally.direction === direction)
  const known = tallies[index]
  if (known !== undefined) return { ...heart, tallies: tallies.with(index, change(known)) }
  return { ...heart, tallies: [...tallies, change({ kind, direction, sent: 0, lost: 0, at: 0 })] }
}
