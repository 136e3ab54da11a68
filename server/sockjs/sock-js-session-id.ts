import { transportTypeOf } from './transport-type.ts'

/** The session that a SockJS URL names, on whatever endpoint; null: it is no session's URL. */
export const sockJsSessionIdOf = (path: string): string | null => {
  const [transport = '', sessionId = null] = path.split('/').reverse()
  return transportTypeOf(transport) ? sessionId : null
}
