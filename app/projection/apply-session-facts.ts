import { heartbeatPair, type TraceEvent, type TraceEventOf } from '#trace'
import { type ApplyFact, type FoldState, withClient, withSession } from './fold-state.ts'

export const applyHttpRequested: ApplyFact<TraceEventOf<'http.requested'>> = (state, event) =>
  state.clients.some((client) => client.tag === event.client) ? state : withClient(state, event.client, {})

export const applyWebSocketOpened: ApplyFact<TraceEventOf<'websocket.opened'>> = (state, event) =>
  opened(state, event, event.transport)

export const applySockJsSessionOpened: ApplyFact<TraceEventOf<'sockjs.session-opened'>> = (state, event) =>
  opened(state, event, `sockjs-${event.transport}`)

export const applyWebSocketClosed: ApplyFact<TraceEventOf<'websocket.closed'>> = (state, event) =>
  closed(state, event, event.code)

export const applySockJsSessionClosed: ApplyFact<TraceEventOf<'sockjs.session-closed'>> = (state, event) =>
  closed(state, event, event.code)

export const applyFrameEncoded: ApplyFact<TraceEventOf<'stomp.frame-encoded'>> = (state, event) => {
  if (event.frame.command !== 'CONNECTED') return state
  const header = (name: string) => event.frame.headers.find(([key]) => key === name)?.[1] ?? null
  const user = header('user-name')
  const connected = withClient(withSession(state, event.session, { connected: true, user }), event.client, {
    status: 'connected',
    user,
    heartbeat: heartbeatPair(event.frame),
    stompVersion: header('version'),
  })
  return user === null || event.session === null ? connected : withUser(connected, user, event.session)
}

/** A client tells what the server cannot see yet, or not any more. */
export const applyClientReported: ApplyFact<TraceEventOf<'client.reported'>> = (state, event) => {
  switch (event.report) {
    case 'connecting':
      return withClient(state, event.client, { status: 'connecting', closeCode: null })
    case 'closed':
      return withClient(state, event.client, { status: 'closed', closeCode: event.code })
    default:
      return state
  }
}

/** Behind SockJS both layers report the session: the SockJS name of its transport stays. */
function opened(state: FoldState, event: TraceEvent, transport: string): FoldState {
  const id = event.session
  if (id === null) return state
  const known = state.sessions.find((session) => session.id === id)
  const name = known?.transport.startsWith('sockjs-') ? known.transport : transport
  const session = { id, client: event.client, transport: name, user: null, connected: false }
  const sessions = known === undefined ? [...state.sessions, session] : state.sessions
  const named = withSession({ ...state, sessions }, id, { transport: name })
  return withClient(named, event.client, {
    session: id,
    transport: name,
    status: 'open',
    user: null,
    heartbeat: null,
    stompVersion: null,
    closeCode: null,
  })
}

function closed(state: FoldState, event: TraceEvent, code: number): FoldState {
  const id = event.session
  const sessions = state.sessions.filter((session) => session.id !== id)
  const users = state.users
    .map((user) => ({ ...user, sessions: user.sessions.filter((session) => session !== id) }))
    .filter((user) => user.sessions.length > 0)
  const left = { ...state, sessions, users }
  // A client that has a newer session already is not closed with its old one.
  const client = state.clients.find(({ tag }) => tag === event.client)
  if (client === undefined || client.session !== id) return left
  return withClient(left, event.client, { session: null, status: 'closed', closeCode: code })
}

function withUser(state: FoldState, name: string, session: string): FoldState {
  const known = state.users.find((user) => user.name === name)
  if (known === undefined) return { ...state, users: [...state.users, { name, sessions: [session] }] }
  const sessions = [...known.sessions.filter((id) => id !== session), session]
  return { ...state, users: state.users.map((user) => (user === known ? { name, sessions } : user)) }
}
