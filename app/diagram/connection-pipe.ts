import type { ClientTag } from '#trace'
import type { HeldRequest } from '../projection/held-request.ts'
import type { LabState } from '../projection/lab-state.ts'
import { answerOfSession, type SockJsAnswer } from '../projection/sockjs-transport.ts'
import type { Edge } from '../projection/travel.ts'

/** What carries a client's connection (ux.md c.2). */
export interface ConnectionPipe {
  readonly kind: SockJsAnswer
  /** The request whose answer is open; null: a WebSocket, or between two requests. */
  readonly request: HeldRequest | null
}

export function connectionPipe(lab: Pick<LabState, 'clients' | 'held'>, tag: ClientTag): ConnectionPipe | null {
  const request = lab.held.findLast((held) => held.client === tag)
  if (request !== undefined) return { kind: request.answer, request }
  const client = lab.clients.find((candidate) => candidate.tag === tag)
  const kind = client == null || client.session === null ? undefined : answerOfSession(client.transport ?? '')
  return kind === undefined ? null : { kind, request: null }
}

/** `from>to` of a client's connection: HTTP requests never get as far as where a WebSocket's octets go. */
export function connectionEdge(lab: Pick<LabState, 'clients' | 'held'>, tag: ClientTag): Edge {
  const kind = connectionPipe(lab, tag)?.kind ?? 'upgrade'
  return `client:${tag}>${kind === 'upgrade' ? 'webSocketSession' : 'httpEndpoint'}`
}

/** The part of a stream's limit that is used, from 0 to 1. */
export function pipeFill({ request }: ConnectionPipe): number {
  if (request === null || request.limit === null || request.limit <= 0) return 0
  return Math.min(1, request.bytes / request.limit)
}
