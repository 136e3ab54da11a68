import type { LabConfiguration, LabSnapshot, SnapshotSession, TraceEventOf } from '#trace'
import { type ApplyFact, type FoldState, INITIAL_FOLD_STATE } from './fold-state.ts'
import type { ClientState } from './lab-state.ts'

/** A snapshot says everything that is known at its place, so that a fold can begin there (trace.md rule 6). */
export const applySnapshot: ApplyFact<TraceEventOf<'lab.snapshot'>> = (state, event) =>
  withKnownParts(stateOf(event), state)

function stateOf({ snapshot }: TraceEventOf<'lab.snapshot'>): FoldState {
  const { config, sessions, subscriptions, users, faults, gates, held } = snapshot
  const clientOf = (id: string) => sessions.find((session) => session.id === id)?.client ?? null
  return configured(
    {
      ...INITIAL_FOLD_STATE,
      clients: clientsOf(snapshot),
      sessions: sessions.map(({ id, client, transport, user, connected }) => ({
        id,
        client,
        transport,
        user,
        connected,
      })),
      subscriptions: subscriptions.map((subscription) => ({
        ...subscription,
        client: clientOf(subscription.session),
      })),
      users,
      faults,
      breakpoints: gates,
      atGates: held ?? [],
    },
    config,
  )
}

/** The same state; where a part says what it said before, it is the same object, and no view has to look again. */
function withKnownParts(state: FoldState, before: FoldState): FoldState {
  const parts = Object.entries(state).map(([name, part]) => {
    const known = before[name as keyof FoldState]
    return [name, JSON.stringify(known) === JSON.stringify(part) ? known : part] as const
  })
  return Object.fromEntries(parts) as unknown as FoldState
}

/** The application starts anew with it: what the old one knew is gone; what stands before it stays. */
export const applyConfigChanged: ApplyFact<TraceEventOf<'config.changed'>> = (state, event) =>
  configured(begunAnew(state), event.after)

export const applyLabRestarted: ApplyFact<TraceEventOf<'lab.restarted'>> = (state) => {
  const began = begunAnew(state)
  return state.config === null ? began : configured(began, state.config)
}

function begunAnew(state: FoldState): FoldState {
  const clients = state.clients.map((client) => ({ ...client, session: null, status: 'closed' as const }))
  const { lastAt, faults, breakpoints, atGates } = state
  return { ...INITIAL_FOLD_STATE, clients, lastAt, faults, breakpoints, atGates }
}

/** What a configuration alone decides. */
export function configured(state: FoldState, config: LabConfiguration): FoldState {
  const { clientInboundChannel, clientOutboundChannel } = state.pools
  return {
    ...state,
    config,
    pools: {
      clientInboundChannel: { ...clientInboundChannel, core: config.clientInboundChannel.corePoolSize },
      clientOutboundChannel: { ...clientOutboundChannel, core: config.clientOutboundChannel.corePoolSize },
    },
  }
}

function clientsOf({ sessions }: LabSnapshot): readonly ClientState[] {
  return sessions.flatMap((session) => (session.client === null ? [] : [clientOf(session, session.client)]))
}

function clientOf(session: SnapshotSession, tag: string): ClientState {
  return {
    tag,
    session: session.id,
    transport: session.transport,
    status: session.connected ? 'connected' : 'open',
    user: session.user,
    heartbeat: session.heartbeat ?? null,
    stompVersion: session.stompVersion ?? null,
    closeCode: null,
  }
}
