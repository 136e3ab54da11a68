import type { HttpRequest } from '../http/http-exchange.ts'
import { queryParameter } from '../http/query-parameter.ts'
import { sockJsSessionIdOf } from '../sockjs/sock-js-session-id.ts'
import type { ClientTag } from '../trace/index.ts'
import type { ClientRegistry } from './client-registry.ts'
import type { SessionDirectory } from './session-directory.ts'

/** A living session that a request goes on with, or else the tag that it asks for. */
export interface RequestOwner {
  readonly client: ClientTag | null
  readonly session: string | null
}

/** Over HTTP every request of a SockJS session names it in its path. */
export const requestOwner = (
  request: HttpRequest,
  sessions: SessionDirectory,
  clients: ClientRegistry,
): RequestOwner => {
  const session = sessions.get(sockJsSessionIdOf(request.path) ?? '')
  if (session) return { client: clients.clientOf(session.id), session: session.id }
  return { client: queryParameter(request, 'client'), session: null }
}
