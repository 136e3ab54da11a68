import { type EventLog, heartbeatPair, type LabSnapshot, type TraceEvent, type TraceEventOf } from '#trace'
import {
  agreed,
  dead,
  heardByServer,
  lostToClient,
  lostToServer,
  newHeart,
  sentToClient,
  withBeat,
} from './beat-heart.ts'
import { createFold, type Fold } from './fold.ts'
import type { HeartState } from './heart-state.ts'

/** Of each client the newest connection's. */
type Hearts = readonly HeartState[]
const NO_HEARTS: Hearts = []

type Change = (heart: HeartState) => HeartState

/** The hearts at a cursor. Unlike the rest of the picture they keep what snapshots on their way do not tell. */
export function createHeartsFold(log: EventLog): Fold<Hearts> {
  return createFold(log, NO_HEARTS, (hearts, seq) => {
    const event = log.at(seq)
    return event === undefined ? hearts : applyToHearts(hearts, event)
  })
}

/** Where nothing changes the same list comes back: frames are frequent, and most clients agree on no heart-beats. */
function applyToHearts(hearts: Hearts, event: TraceEvent): Hearts {
  switch (event.type) {
    case 'websocket.opened':
      return afterOpening(hearts, event)
    case 'websocket.closed':
      return ofSession(hearts, event.session, (heart) => ({ ...heart, endedAt: event.at }))
    case 'stomp.frame-decoded':
      return ofSession(hearts, event.session, (heart) => afterFrameOfClient(heart, event))
    case 'stomp.frame-encoded':
      return ofSession(hearts, event.session, (heart) => afterFrameForClient(heart, event))
    case 'handler.entered':
      // Spring looks at its clock there, before it knows whether the message is for the broker (spring.md 1.2.1).
      return event.station === 'simpleBrokerMessageHandler'
        ? ofSession(hearts, event.session, (heart) => heardByServer(heart, event.at))
        : hearts
    case 'websocket.frame-sent':
    case 'websocket.frame-received':
      return ofSession(hearts, event.session, (heart) => afterWebSocketFrame(heart, event))
    case 'sockjs.frame-sent':
      return ofSession(hearts, event.session, (heart) => afterSockJsFrame(heart, event))
    case 'fault.struck':
      return ofClient(hearts, event.client, (heart) => afterStrike(heart, event))
    case 'kill.commanded':
      return event.how === 'half-open'
        ? ofSession(hearts, event.session, (heart) => ({ ...heart, isCut: true }))
        : hearts
    case 'heartbeat.missed':
      return ofSession(hearts, event.session, (heart) => dead(heart, 'server', event.at))
    case 'client.reported':
      return event.report === 'heart-beat-lost'
        ? ofClient(hearts, event.client, (heart) => dead(heart, 'client', event.at))
        : hearts
    case 'lab.snapshot':
      return afterSnapshot(hearts, event.snapshot, event.at)
    case 'config.changed':
    case 'lab.restarted':
      return NO_HEARTS
    default:
      return hearts
  }
}

/** What was known of living sessions stays known; of others a snapshot tells what they agreed to. */
function afterSnapshot(hearts: Hearts, { sessions }: LabSnapshot, at: number): Hearts {
  return sessions.flatMap(({ id, client, transport, heartbeat, clientHeartbeat }) => {
    if (client === null) return []
    const known = hearts.find(({ session }) => session === id)
    if (known !== undefined) return known
    const offered = { ...newHeart(client, id, transport, at), offered: clientHeartbeat ?? null }
    return heartbeat === undefined ? offered : agreed(offered, heartbeat, at)
  })
}

function ofSession(hearts: Hearts, session: string | null, change: Change): Hearts {
  return changed(hearts, session === null ? -1 : hearts.findIndex((heart) => heart.session === session), change)
}

function ofClient(hearts: Hearts, client: string | null, change: Change): Hearts {
  return changed(hearts, client === null ? -1 : hearts.findIndex((heart) => heart.client === client), change)
}

function changed(hearts: Hearts, index: number, change: Change): Hearts {
  const heart = hearts[index]
  if (heart === undefined) return hearts
  const after = change(heart)
  return after === heart ? hearts : hearts.with(index, after)
}

function afterOpening(hearts: Hearts, { client, session, transport, at }: TraceEventOf<'websocket.opened'>): Hearts {
  if (client === null || session === null) return hearts
  const heart = newHeart(client, session, transport, at)
  const index = hearts.findIndex((known) => known.client === client)
  return index === -1 ? [...hearts, heart] : hearts.with(index, heart)
}

type StompFrameEvent = TraceEventOf<'stomp.frame-decoded' | 'stomp.frame-encoded'>

function afterFrameOfClient(heart: HeartState, { at, frame }: StompFrameEvent): HeartState {
  switch (frame.command) {
    case 'CONNECT':
    case 'STOMP':
      return { ...heart, offered: heartbeatPair(frame) }
    case 'HEARTBEAT':
      return withBeat(heart, 'stomp', 'to-server', at)
    default:
      return heart
  }
}

function afterFrameForClient(heart: HeartState, { at, frame }: StompFrameEvent): HeartState {
  switch (frame.command) {
    case 'CONNECTED':
      return agreed(heart, heartbeatPair(frame), at)
    case 'HEARTBEAT':
      return withBeat(heart, 'stomp', 'to-client', at)
    default:
      return heart
  }
}

type WebSocketFrameEvent = TraceEventOf<'websocket.frame-sent' | 'websocket.frame-received'>

function afterWebSocketFrame(heart: HeartState, { type, at, opcode }: WebSocketFrameEvent): HeartState {
  const direction = type === 'websocket.frame-sent' ? 'to-client' : 'to-server'
  if (opcode === 'ping' || opcode === 'pong') return withBeat(heart, opcode, direction, at)
  const isStompText = direction === 'to-client' && !heart.behindSockJs && opcode !== 'close'
  return isStompText ? sentToClient(heart, at) : heart
}

function afterSockJsFrame(heart: HeartState, { at, frame }: TraceEventOf<'sockjs.frame-sent'>): HeartState {
  const letter = 'text' in frame ? frame.text[0] : undefined
  if (letter === 'h') return withBeat(heart, 'sockjs', 'to-client', at)
  return letter === 'a' ? sentToClient(heart, at) : heart
}

function afterStrike(heart: HeartState, { fault, what, at }: TraceEventOf<'fault.struck'>): HeartState {
  switch (fault) {
    case 'drop-heart-beats-to-server':
      return lostToServer(heart, what === 'ping' || what === 'pong' ? what : 'stomp', at)
    case 'drop-heart-beats-to-client':
      return lostToClient(heart)
    default:
      return heart
  }
}
