/** Where a part is laid down. */
export interface SpanSource {
  readonly document: 'RFC 9293' | 'RFC 6455' | 'RFC 7692' | 'RFC 9112' | 'SockJS 0.3.3' | 'STOMP 1.2' | 'Spring'
  readonly section: string
}

/** Every kind of part that a layer can have, and where it is specified. Phrases are named for the keys. */
export const SPAN_PARTS = {
  'tcp.segment': { document: 'RFC 9293', section: '3.8' },
  'websocket.fin': { document: 'RFC 6455', section: '5.2' },
  'websocket.rsv1': { document: 'RFC 7692', section: '6' },
  'websocket.rsv2': { document: 'RFC 6455', section: '5.2' },
  'websocket.rsv3': { document: 'RFC 6455', section: '5.2' },
  'websocket.opcode': { document: 'RFC 6455', section: '5.2' },
  'websocket.mask': { document: 'RFC 6455', section: '5.2' },
  'websocket.length': { document: 'RFC 6455', section: '5.2' },
  'websocket.extended-length': { document: 'RFC 6455', section: '5.2' },
  'websocket.masking-key': { document: 'RFC 6455', section: '5.3' },
  'websocket.payload': { document: 'RFC 6455', section: '5.2' },
  'websocket.inflated': { document: 'RFC 7692', section: '7.2.2' },
  'websocket.close-code': { document: 'RFC 6455', section: '7.4' },
  'websocket.close-reason': { document: 'RFC 6455', section: '7.1.6' },
  'http.head': { document: 'RFC 9112', section: '2.1' },
  'http.chunk-length': { document: 'RFC 9112', section: '7.1' },
  'http.chunk-end': { document: 'RFC 9112', section: '7.1' },
  'http.wrapping': { document: 'SockJS 0.3.3', section: 'Streaming transports' },
  'sockjs.open': { document: 'SockJS 0.3.3', section: 'Protocol and framing' },
  'sockjs.heartbeat': { document: 'SockJS 0.3.3', section: 'Protocol and framing' },
  'sockjs.messages': { document: 'SockJS 0.3.3', section: 'Protocol and framing' },
  'sockjs.close': { document: 'SockJS 0.3.3', section: 'Protocol and framing' },
  'sockjs.punctuation': { document: 'SockJS 0.3.3', section: 'JSON encoding' },
  'sockjs.characters': { document: 'SockJS 0.3.3', section: 'JSON encoding' },
  'sockjs.escape': { document: 'SockJS 0.3.3', section: 'JSON encoding' },
  'stomp.command': { document: 'STOMP 1.2', section: 'STOMP Frames' },
  'stomp.header-name': { document: 'STOMP 1.2', section: 'STOMP Frames' },
  'stomp.colon': { document: 'STOMP 1.2', section: 'STOMP Frames' },
  'stomp.header-value': { document: 'STOMP 1.2', section: 'STOMP Frames' },
  'stomp.repeated-value': { document: 'STOMP 1.2', section: 'Repeated Header Entries' },
  'stomp.escape': { document: 'STOMP 1.2', section: 'Value Encoding' },
  'stomp.end-of-line': { document: 'STOMP 1.2', section: 'Augmented BNF' },
  'stomp.blank-line': { document: 'STOMP 1.2', section: 'STOMP Frames' },
  'stomp.body': { document: 'STOMP 1.2', section: 'Body' },
  'stomp.nul': { document: 'STOMP 1.2', section: 'STOMP Frames' },
  'stomp.heart-beat': { document: 'STOMP 1.2', section: 'Heart-beating' },
  'spring.header': { document: 'Spring', section: 'SimpMessageHeaderAccessor' },
  'spring.native-header': { document: 'Spring', section: 'NativeMessageHeaderAccessor' },
  'spring.payload': { document: 'Spring', section: 'Message' },
} as const satisfies Readonly<Record<string, SpanSource>>

export type SpanPart = keyof typeof SPAN_PARTS
