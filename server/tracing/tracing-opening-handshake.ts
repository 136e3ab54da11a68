import { headerOf } from '../http/http-exchange.ts'
import type { OpeningHandshake } from './seams.ts'
import type { Tracer } from './tracer.ts'

/** Sees what an opening handshake was judged by, and the judgement. */
export const tracingOpeningHandshake =
  (decide: OpeningHandshake, tracer: Tracer): OpeningHandshake =>
  (request, endpoint) => {
    const decision = decide(request, endpoint)
    const { checks, outcome } = decision
    const accepted = outcome.kind === 'accepted' ? outcome : null
    tracer.goOnFrom(
      tracer.record({
        type: 'handshake.decided',
        station: 'httpEndpoint',
        checks,
        accepted: accepted !== null,
        status: outcome.kind === 'accepted' ? 101 : outcome.status,
        reason: outcome.kind === 'accepted' ? null : outcome.reason,
        subProtocol: accepted?.subProtocol ?? null,
        key: headerOf(request, 'sec-websocket-key'),
        accept: accepted?.accept ?? null,
      }),
    )
    return decision
  }
