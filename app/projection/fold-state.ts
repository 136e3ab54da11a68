import type { EventLog } from '#trace'
import type { ClientState, LabState, SessionState } from './lab-state.ts'

/** The part of {@link LabState} that events change; the rest is looked up in the indexes. */
export type FoldState = Omit<LabState, 'message' | 'counters'>

export interface FoldContext {
  readonly log: EventLog
  messageOf(seq: number): number | null
}

export type ApplyFact<E> = (state: FoldState, event: E, context: FoldContext) => FoldState

const IDLE_POOL = { core: 0, busy: [], waiting: 0 } as const

export const INITIAL_FOLD_STATE: FoldState = {
  config: null,
  clients: [],
  sessions: [],
  ladders: [],
  held: [],
  subscriptions: [],
  users: [],
  pools: { clientInboundChannel: IDLE_POOL, clientOutboundChannel: IDLE_POOL },
  lastAt: {},
  offers: [],
  invoked: null,
  published: null,
  rewritten: null,
  matched: null,
  faults: [],
  breakpoints: [],
  atGates: [],
}

const NEW_CLIENT: Omit<ClientState, 'tag'> = {
  session: null,
  transport: null,
  status: 'connecting',
  user: null,
  heartbeat: null,
  stompVersion: null,
  closeCode: null,
}

/** Changes the client of that tag, which appears with its first fact. */
export function withClient(state: FoldState, tag: string | null, change: Partial<ClientState>): FoldState {
  if (tag === null) return state
  const known = state.clients.some((client) => client.tag === tag)
  const clients = known
    ? state.clients.map((client) => (client.tag === tag ? { ...client, ...change } : client))
    : [...state.clients, { tag, ...NEW_CLIENT, ...change }]
  return { ...state, clients }
}

export function withSession(state: FoldState, id: string | null, change: Partial<SessionState>): FoldState {
  const sessions = state.sessions.map((session) => (session.id === id ? { ...session, ...change } : session))
  return { ...state, sessions }
}
