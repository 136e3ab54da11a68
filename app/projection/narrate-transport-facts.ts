import type { HttpFact, SockJsFact, StompFact, TraceEventOf, WebSocketFact } from '#trace'
import { HTTP_NARRATION } from './narrate-http-facts.ts'
import { type NarrateFact, type NarrationOf, whoIs } from './narration-context.ts'
import { clip, say } from './say.ts'

type TransportFact = (HttpFact | WebSocketFact | SockJsFact | StompFact)['type']

const narrateHandshake: NarrateFact<TraceEventOf<'handshake.decided'>> = (event) => {
  const { accepted, status } = event
  const who = whoIs(event)
  if (accepted) return say('narration.handshake-accepted', { who, status })
  const failed = event.checks.find((check) => check.outcome === 'failed')?.check
  return say('narration.handshake-refused', { who, status, reason: clip(event.reason ?? failed ?? '–') })
}

const narrateFrameReceived: NarrateFact<TraceEventOf<'websocket.frame-received'>> = (event) =>
  isData(event.opcode)
    ? say('narration.websocket-frame-received', { length: event.length, who: whoIs(event) })
    : say('narration.websocket-control-received', { opcode: event.opcode, who: whoIs(event) })

const narrateFrameSent: NarrateFact<TraceEventOf<'websocket.frame-sent'>> = (event) =>
  isData(event.opcode)
    ? say('narration.websocket-frame-sent', { length: event.length, who: whoIs(event) })
    : say('narration.websocket-control-sent', { opcode: event.opcode, who: whoIs(event) })

export const TRANSPORT_NARRATION: NarrationOf<TransportFact> = {
  ...HTTP_NARRATION,
  'handshake.decided': narrateHandshake,

  'websocket.opened': (event) => say('narration.websocket-opened', { who: whoIs(event), transport: event.transport }),
  'websocket.closed': (event) => say(`narration.websocket-closed-${event.by}`, { who: whoIs(event), code: event.code }),
  'websocket.frame-received': narrateFrameReceived,
  'websocket.frame-sent': narrateFrameSent,

  'sockjs.info-served': (event) =>
    event.webSocketEnabled
      ? say('narration.sockjs-info-served', {})
      : say('narration.sockjs-info-served-without-websocket', {}),
  'sockjs.session-opened': (event) =>
    say('narration.sockjs-session-opened', {
      who: whoIs(event),
      session: clip(event.sessionId, 12),
      transport: event.transport,
    }),
  'sockjs.session-closed': (event) =>
    say('narration.sockjs-session-closed', { who: whoIs(event), code: event.code, why: clip(event.why) }),
  'sockjs.receiver-attached': (event) =>
    say('narration.sockjs-receiver-attached', { who: whoIs(event), transport: event.transport }),
  'sockjs.receiver-detached': (event) =>
    say('narration.sockjs-receiver-detached', {
      who: whoIs(event),
      transport: event.transport,
      bytes: event.bytes,
      limit: event.limit,
    }),
  'sockjs.stepped': (event) => say('narration.sockjs-stepped', { who: whoIs(event), from: event.from, to: event.to }),
  'sockjs.frame-sent': (event) =>
    say('narration.sockjs-frame-sent', {
      who: whoIs(event),
      frame: clip('text' in event.frame ? event.frame.text : '…', 24),
    }),
  'sockjs.messages-received': (event) =>
    event.messages.length === 1
      ? say('narration.sockjs-message-received', { who: whoIs(event) })
      : say('narration.sockjs-messages-received', { who: whoIs(event), count: event.messages.length }),

  'stomp.frame-decoded': (event) => say('narration.stomp-decoded', { who: whoIs(event), command: event.frame.command }),
  'stomp.frame-encoded': (event) => say('narration.stomp-encoded', { who: whoIs(event), command: event.frame.command }),
  'stomp.decode-incomplete': (event) => say('narration.stomp-decode-incomplete', { waiting: event.waiting }),
  'stomp.decode-failed': (event) => say('narration.stomp-decode-failed', { message: clip(event.message, 44) }),
}

function isData(opcode: string): boolean {
  return opcode === 'text' || opcode === 'binary'
}
