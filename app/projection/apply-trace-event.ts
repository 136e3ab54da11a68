import type { TraceEvent, TraceEventOf, TraceFactType } from '#trace'
import { applyFaultChanged, applyGateChanged, applyHeld, applyNotHeldAnyMore } from './apply-doorway-facts.ts'
import {
  applyControllerInvoked,
  applyHandlerEntered,
  applyHandlerLeft,
  applyHandlerOffered,
  applyMatched,
  applyPublished,
  applySubscribed,
  applyUnsubscribed,
  applyUserDestinationResolved,
} from './apply-handler-facts.ts'
import { applyConfigChanged, applyLabRestarted, applySnapshot } from './apply-lab-facts.ts'
import {
  applyClientReported,
  applyFrameEncoded,
  applyHttpRequested,
  applySockJsSessionClosed,
  applySockJsSessionOpened,
  applyWebSocketClosed,
  applyWebSocketOpened,
} from './apply-session-facts.ts'
import { applyToHeldRequests } from './apply-to-held-requests.ts'
import { applyToLadders } from './apply-to-ladders.ts'
import type { ApplyFact, FoldContext, FoldState } from './fold-state.ts'

/** What each fact changes; a fact that is not here only says where something happened. */
const APPLY: { readonly [T in TraceFactType]?: ApplyFact<TraceEventOf<T>> } = {
  'http.requested': applyHttpRequested,
  'websocket.opened': applyWebSocketOpened,
  'websocket.closed': applyWebSocketClosed,
  'sockjs.session-opened': applySockJsSessionOpened,
  'sockjs.session-closed': applySockJsSessionClosed,
  'stomp.frame-encoded': applyFrameEncoded,
  'handler.offered': applyHandlerOffered,
  'handler.entered': applyHandlerEntered,
  'handler.left': applyHandlerLeft,
  'controller.invoked': applyControllerInvoked,
  'user-destination.resolved': applyUserDestinationResolved,
  'broker.subscribed': applySubscribed,
  'broker.unsubscribed': applyUnsubscribed,
  'broker.matched': applyMatched,
  'event.published': applyPublished,
  'fault.changed': applyFaultChanged,
  'gate.changed': applyGateChanged,
  'gate.held': applyHeld,
  'gate.released': applyNotHeldAnyMore,
  'gate.dropped': applyNotHeldAnyMore,
  'gate.expired': applyNotHeldAnyMore,
  'config.changed': applyConfigChanged,
  'lab.restarted': applyLabRestarted,
  'lab.snapshot': applySnapshot,
  'client.reported': applyClientReported,
}

export function applyTraceEvent(state: FoldState, event: TraceEvent, context: FoldContext): FoldState {
  const apply = APPLY[event.type] as ApplyFact<TraceEvent> | undefined
  const applied = apply === undefined ? state : apply(state, event, context)
  return {
    ...applied,
    ladders: applyToLadders(applied.ladders, event, context.log),
    held: applyToHeldRequests(applied.held, event, context.log, applied.config),
    lastAt: { ...applied.lastAt, [event.station]: event.seq },
  }
}
