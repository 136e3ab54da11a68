import type { TermName } from './terms.ts'

export const definitions: Readonly<Record<TermName, string>> = {
  websocket:
    'A protocol (RFC 6455) that keeps one connection open and lets either side send messages at any moment. It starts with an HTTP request and then stops being HTTP.',
  'full-duplex': 'Both directions are usable at the same time; nobody waits for a turn.',
  handshake: 'The HTTP request and response in which client and server agree to speak WebSocket.',
  upgrade:
    'The HTTP/1.1 header with which a client asks to switch protocol on the same connection. It is hop-by-hop, so every proxy must pass it on deliberately.',
  '101-switching-protocols': 'The status that ends the HTTP part: bytes after it belong to WebSocket.',
  'sec-websocket-key-accept':
    'A random value and the hash the server derives from it; the pair proves that the peer understood a WebSocket request. It is neither a password nor encryption.',
  'sub-protocol':
    'The agreement, negotiated with Sec-WebSocket-Protocol, on what messages mean; for example v12.stomp.',
  'ws-wss': 'URL schemes for WebSocket in the clear and over TLS. A page loaded over https may only use wss.',
  'frame-websocket':
    'The smallest unit on the wire: a header of 2–14 bytes and a payload. One or more frames make a message.',
  opcode: 'Four bits that say what a frame is: continuation, text, binary, close, ping or pong.',
  masking:
    'XOR of every client-to-server payload with a random four-byte key, so that attackers cannot place chosen bytes in front of a proxy.',
  'control-frame':
    'A close, ping or pong frame: at most 125 bytes, never fragmented, allowed between fragments of a message.',
  'close-code': 'A number in the Close frame that gives the reason; 1005 and 1006 are only ever reported locally.',
  polling: 'Asking again at a fixed interval whether there is anything new.',
  'long-polling': 'A request the server holds until it has something to say; the client then asks again at once.',
  'http-streaming': 'One response that never ends, to which the server keeps appending.',
  'server-sent-events-eventsource':
    'A standard text format and browser API for one-way streaming, with automatic reconnection and Last-Event-ID.',
  sockjs:
    'A library and protocol that offers a WebSocket-like object and falls back to HTTP transports when WebSocket cannot be used. It has its own URLs and framing.',
  'transport-sockjs':
    'One concrete way of carrying a SockJS session: websocket, xhr-streaming, eventsource, xhr-polling and so on.',
  fallback: 'Trying the next, more compatible transport after one failed.',
  info: 'The first SockJS request; it tells whether WebSocket is enabled and measures the round-trip time.',
  'sticky-session': 'A load-balancer rule that sends all requests of a session to the same instance.',
  stomp: 'A small text protocol for messaging: a command, headers, a body, a NUL. It is independent of WebSocket.',
  'stomp-frame': 'One unit of STOMP, for example SEND or MESSAGE. It is not the same thing as a WebSocket frame.',
  'nul-octet': 'The byte 0 that ends every STOMP frame; without it the receiver keeps waiting.',
  'content-length': 'The number of octets – not characters – in the body of a STOMP frame, excluding the NUL.',
  destination:
    'The opaque string in a frame that says where a message goes. It is not a URL and has no meaning until a server gives it one.',
  endpoint:
    'The URL at which the handshake takes place, such as /ws. All endpoints of an application share its channels and broker.',
  'application-destination-prefix':
    'The prefix (for example /app) that routes a message to controller methods; it is removed before matching.',
  clientinboundchannel: 'The channel that carries decoded frames from clients to every interested handler.',
  brokerchannel: 'The channel by which application code hands messages to the broker.',
  clientoutboundchannel: 'The channel that carries messages towards client sessions, backed by a thread pool.',
  channelinterceptor: 'Code that sees every message before it enters a channel and may change, stop or reject it.',
  messagemapping: 'Binds a method to a destination, after the application prefix has been removed.',
  sendto: "Names the destination to which a handler's return value is broadcast.",
  subscribemapping: 'Answers a SUBSCRIBE once, directly to that client, without storing a subscription.',
  simpmessagingtemplate: 'The helper that sends messages to the brokerChannel from anywhere in the application.',
  'simple-broker':
    "Spring's in-memory broker: it keeps subscriptions and loops over them. No acknowledgements, no storage, one instance.",
  subscription: "A session's standing request, with an id, to receive messages for a destination.",
  'publish-subscribe-point-to-point':
    'One message to every subscriber versus one message to one consumer. For the simple broker /topic and /queue differ in name only.',
  'user-destination':
    'A destination beginning with /user that Spring translates into one private destination per session of that user.',
  principal: 'The object that names the user of a session; messages to a user find their way by this name.',
  'heart-beat':
    'Traffic sent only to prove the peer is alive. In STOMP it is a single line feed, negotiated in both directions.',
  'half-open-connection':
    'A connection that one side believes open although the other has gone; only a failed write or a missed heart-beat reveals it.',
  'ack-nack':
    'Client frames that confirm or refuse a delivered message, where the subscription asked for it and the broker supports it.',
  receipt: "The server's confirmation that it has processed a frame that carried a receipt header.",
  'error-frame': "The server's last word: it describes a failure and must be followed by closing the connection.",
  'backpressure-slow-consumer':
    'What happens when a client reads more slowly than messages arrive; the server must buffer, drop or disconnect.',
  'broker-relay':
    'A handler that opens a TCP connection to an external STOMP broker for each client session and passes frames both ways.',
  'cross-site-websocket-hijacking':
    "An attack in which a foreign page opens a socket with the victim's cookies because the server did not check Origin.",
}
