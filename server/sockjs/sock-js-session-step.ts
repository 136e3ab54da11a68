import { CLOSE_STATUS, type CloseStatus } from '../websocket/close-status.ts'
import type { WebSocketMessage } from '../websocket/websocket-message.ts'
import type {
  OutgoingSockJsFrame,
  SockJsClosing,
  SockJsEffect,
  SockJsInput,
  SockJsSessionRules,
  SockJsState,
  SockJsStep,
} from './sock-js-state.ts'

const GO_AWAY: CloseStatus = { code: 3000, reason: 'Go away!' }
const ANOTHER_CONNECTION: CloseStatus = { code: 2010, reason: 'Another connection still open' }
const INTERRUPTED: CloseStatus = { code: 1002, reason: 'Connection interrupted' }

const closeFrame = (status: CloseStatus): OutgoingSockJsFrame => ({ frame: 'close', status })
const write = (frame: OutgoingSockJsFrame): SockJsEffect => ({ effect: 'write', frame })

const ATTACH: SockJsEffect = { effect: 'attach' }
const END: SockJsEffect = { effect: 'end' }
const ESTABLISH: SockJsEffect = { effect: 'establish' }
const START_HEARTBEAT: SockJsEffect = { effect: 'start-timer', timer: 'heartbeat' }
const STOP_HEARTBEAT: SockJsEffect = { effect: 'stop-timer', timer: 'heartbeat' }
const START_DISCONNECT: SockJsEffect = { effect: 'start-timer', timer: 'disconnect' }
const STOP_DISCONNECT: SockJsEffect = { effect: 'stop-timer', timer: 'disconnect' }
const WRITE_PRELUDE = write({ frame: 'prelude' })
const WRITE_OPEN = write({ frame: 'open' })
const WRITE_HEARTBEAT = write({ frame: 'heartbeat' })

const unchanged = (state: SockJsState): SockJsStep => ({ state, effects: [] })

/** The session is over for the handler, and lives on only to say so to its client. */
const closing = (state: SockJsState, { status, why }: SockJsClosing, effects: readonly SockJsEffect[]): SockJsStep => ({
  state: { ...state, phase: 'closing', receiver: null, farewell: status },
  effects: [...effects, STOP_HEARTBEAT, START_DISCONNECT, { effect: 'closed', status, why }],
})

/** Writes, unless the client is found to be gone: Spring learns that only now (spring.md 5.6.4). */
const writing = (state: SockJsState, next: SockJsState, effects: readonly SockJsEffect[]): SockJsStep =>
  state.receiver?.isLost
    ? closing(state, { status: CLOSE_STATUS.serverError, why: 'receiver-lost' }, [END])
    : { state: next, effects }

/** What waits leaves, in one frame or in the first of several. Only with a receiver, and when something waits. */
const flush = (state: SockJsState, rules: SockJsSessionRules): SockJsStep => {
  const isBatch = rules.batchesStreams || state.receiver?.endsAfterFrame === true
  const messages = isBatch ? state.queue : state.queue.slice(0, 1)
  const next = { ...state, queue: isBatch ? [] : state.queue.slice(1) }
  return writing(state, next, [write({ frame: 'messages', messages })])
}

const open = (
  state: SockJsState,
  effects: readonly SockJsEffect[],
  last: readonly SockJsEffect[] = [],
): SockJsStep => ({
  state: { ...state, phase: 'open' },
  effects: [...effects, ...(state.receiver?.endsAfterFrame ? [] : [WRITE_PRELUDE]), WRITE_OPEN, ...last],
})

const turnAway = (
  state: SockJsState,
  frames: readonly OutgoingSockJsFrame[],
  endsAfterFrame: boolean,
  rules: SockJsSessionRules,
): SockJsStep => ({
  state,
  effects: [
    {
      effect: 'turn-away',
      frames: endsAfterFrame || !rules.preludesRefusals ? frames : [{ frame: 'prelude' }, ...frames],
    },
  ],
})

const sayFarewell = (state: SockJsState, endsAfterFrame: boolean, rules: SockJsSessionRules): SockJsStep => {
  if (rules.farewell !== 'own') return turnAway(state, [closeFrame(GO_AWAY)], endsAfterFrame, rules)
  const waiting: readonly OutgoingSockJsFrame[] =
    state.queue.length > 0 ? [{ frame: 'messages', messages: state.queue }] : []
  const farewell = closeFrame(state.farewell ?? GO_AWAY)
  const frames = endsAfterFrame && waiting.length > 0 ? waiting : [...waiting, farewell]
  const { effects } = turnAway(state, frames, endsAfterFrame, rules)
  return { state: { ...state, queue: [] }, effects: [...effects, START_DISCONNECT] }
}

const attach = (
  state: SockJsState,
  { transport, endsAfterFrame }: Extract<SockJsInput, { input: 'receiver-attached' }>,
  rules: SockJsSessionRules,
): SockJsStep => {
  if (state.phase === 'closing' || state.phase === 'closed') return sayFarewell(state, endsAfterFrame, rules)
  if (state.receiver) return turnAway(state, [closeFrame(ANOTHER_CONNECTION)], endsAfterFrame, rules)
  const attached: SockJsState = { ...state, receiver: { transport, endsAfterFrame, bytes: 0, isLost: false } }
  if (state.phase === 'connecting')
    return rules.tellsHandlerFirst
      ? { state: attached, effects: [ATTACH, ESTABLISH] }
      : open(attached, [ATTACH], [ESTABLISH])
  const begin = [ATTACH, STOP_DISCONNECT, ...(endsAfterFrame ? [] : [WRITE_PRELUDE])]
  const beat = rules.heartbeat === 'fixed-period' || state.queue.length === 0 ? [START_HEARTBEAT] : []
  if (state.queue.length === 0) return { state: attached, effects: [...begin, ...beat] }
  const flushed = flush(attached, rules)
  return { state: flushed.state, effects: [...begin, ...beat, ...flushed.effects] }
}

/** A frame is out; `bytes` of it count towards the limit of the response. */
const written = (
  state: SockJsState,
  { frame, bytes }: Extract<SockJsInput, { input: 'written' }>,
  rules: SockJsSessionRules,
): SockJsStep => {
  if (state.phase !== 'open' || !state.receiver) return unchanged(state)
  const receiver = { ...state.receiver, bytes: state.receiver.bytes + bytes }
  const counted: SockJsState = { ...state, receiver }
  if (receiver.endsAfterFrame || receiver.bytes >= rules.streamBytesLimit)
    return { state: { ...counted, receiver: null }, effects: [END, STOP_HEARTBEAT, START_DISCONNECT] }
  if (counted.queue.length > 0) return flush(counted, rules)
  const isBeatDue = rules.heartbeat === 'after-silence' || frame !== 'messages'
  return { state: counted, effects: isBeatDue ? [START_HEARTBEAT] : [] }
}

const send = (state: SockJsState, message: WebSocketMessage, rules: SockJsSessionRules): SockJsStep => {
  if (state.phase !== 'connecting' && state.phase !== 'open') return unchanged(state)
  if (state.queue.length >= rules.messageCacheSize)
    return close(state, { status: CLOSE_STATUS.protocolError, why: 'queue-full' })
  const queued: SockJsState = { ...state, queue: [...state.queue, message] }
  return state.phase === 'open' && state.receiver ? flush(queued, rules) : unchanged(queued)
}

/** The client learns the status from a close frame; where sending is what failed there is none (spring.md 5.6.4). */
const close = (state: SockJsState, end: SockJsClosing): SockJsStep => {
  if (state.phase !== 'connecting' && state.phase !== 'open') return unchanged(state)
  if (!state.receiver) return closing(state, end, [])
  const isSilent = state.receiver.isLost || end.status.code === CLOSE_STATUS.sessionNotReliable.code
  return closing(state, end, isSilent ? [END] : [write(closeFrame(end.status)), END])
}

const lose = (state: SockJsState, rules: SockJsSessionRules): SockJsStep => {
  if (!state.receiver) return unchanged(state)
  if (rules.interruption === 'at-once') return closing(state, { status: INTERRUPTED, why: 'receiver-lost' }, [END])
  return unchanged({ ...state, receiver: { ...state.receiver, isLost: true } })
}

const fire = (state: SockJsState, timer: 'heartbeat' | 'disconnect'): SockJsStep => {
  if (timer === 'heartbeat')
    return state.phase === 'open' && state.receiver ? writing(state, state, [WRITE_HEARTBEAT]) : unchanged(state)
  if (state.receiver || state.phase === 'closed') return unchanged(state)
  const end: SockJsEffect = { effect: 'closed', status: GO_AWAY, why: 'disconnect-delay' }
  return {
    state: { ...state, phase: 'closed', queue: [] },
    effects: [{ effect: 'forget' }, ...(state.phase === 'closing' ? [] : [end])],
  }
}

/**
 * What happens in a SockJS session over HTTP: the whole story of one receiver at a time, a queue between polls and a
 * farewell for whoever comes late (sockjs.md 5). Effects that call the handler come last, since it may answer at once.
 */
export const stepSockJsSession = (state: SockJsState, input: SockJsInput, rules: SockJsSessionRules): SockJsStep => {
  switch (input.input) {
    case 'receiver-attached':
      return attach(state, input, rules)
    case 'established':
      return state.phase === 'connecting' ? open(state, []) : unchanged(state)
    case 'receiver-detached':
      return lose(state, rules)
    case 'written':
      return written(state, input, rules)
    case 'send':
      return send(state, input.message, rules)
    case 'received':
      return state.phase === 'open'
        ? { state, effects: [{ effect: 'deliver', messages: input.messages }] }
        : unchanged(state)
    case 'close':
      return close(state, input)
    case 'timer':
      return fire(state, input.timer)
  }
}
