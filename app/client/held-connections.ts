import type { LabConfiguration } from '#trace'
import type { ClientState } from '../projection/lab-state.ts'
import { answerOfSession, transportOfName } from '../projection/sockjs-transport.ts'
import type { ClientTransport } from './client-transport.ts'

/** How many connections a browser keeps to one server over HTTP/1.1: Chromium, Firefox and Safari alike. */
const MOST_CONNECTIONS = 6

/** With so many held, the next one takes the last, on which everything is sent (sockjs.md 13). */
export const HELD_AT_MOST = MOST_CONNECTIONS - 1

/** Clients whose transport keeps an HTTP answer open. A WebSocket counts elsewhere. */
export function heldConnections(clients: readonly Pick<ClientState, 'status' | 'transport'>[]): number {
  return clients.filter(({ status, transport }) => status !== 'closed' && isHeld(answerOfSession(transport ?? '')))
    .length
}

/** Whether a connection over it will keep one: of the library's own choice when there is no WebSocket to choose. */
export function willHold({ kind, allowed }: ClientTransport, config: LabConfiguration | null): boolean {
  if (kind === 'webSocket') return false
  if (allowed === null) return config?.sockJs.webSocketEnabled === false
  return allowed.some((name) => isHeld(transportOfName(name)?.answer))
}

function isHeld(answer: ReturnType<typeof answerOfSession>): boolean {
  return answer === 'stream' || answer === 'poll'
}
