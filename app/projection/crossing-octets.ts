import type { TracedPayload, TraceEvent } from '#trace'

/**
 * What an event brings across the network: the payload of a WebSocket frame, or a body in HTTP as far as the trace kept
 * it; 0 where nothing crosses.
 */
export function crossingOctets(event: TraceEvent): number {
  switch (event.type) {
    case 'websocket.frame-received':
    case 'websocket.frame-sent':
      return event.length
    case 'http.requested':
    case 'http.responded':
      return payloadLength(event.body)
    case 'http.chunk-sent':
      return payloadLength(event.chunk)
    default:
      return 0
  }
}

function payloadLength(payload: TracedPayload): number {
  if ('text' in payload) return new TextEncoder().encode(payload.text).length
  const padding = payload.base64.length - payload.base64.replace(/=+$/, '').length
  return (payload.base64.length / 4) * 3 - padding
}
