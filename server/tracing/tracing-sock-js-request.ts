import type { decideSockJsRequest } from '../sockjs/sock-js-request.ts'
import type { Tracer } from './tracer.ts'

/** Sees what a SockJS service tells about itself. */
export const tracingSockJsRequest =
  (decide: typeof decideSockJsRequest, tracer: Tracer): typeof decideSockJsRequest =>
  (request, path, context) => {
    const decision = decide(request, path, context)
    if (decision.kind === 'respond' && decision.info) {
      tracer.goOnFrom(tracer.record({ type: 'sockjs.info-served', station: 'sockJsService', ...decision.info }))
    }
    return decision
  }
