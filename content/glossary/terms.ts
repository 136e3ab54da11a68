import type { Station } from '#trace'

/** Who takes a SEND by its destination alone. */
export type DestinationKind = 'controllers' | 'user' | 'broker'

/** A word of the field: where in the picture it is at home, and which destinations it is about. */
export interface GlossaryTerm {
  /** In English, as Spring, the RFCs and STOMP spell it; both languages use it. */
  readonly term: string
  readonly stations: readonly Station[]
  readonly destinations?: readonly DestinationKind[]
}

/** By the slug of the term: the `name` of a `<Term>` in a chapter, and its address in the glossary. */
export const TERMS = {
  websocket: { term: 'WebSocket', stations: ['webSocketSession'] },
  'full-duplex': { term: 'Full duplex', stations: ['client', 'webSocketSession'] },
  handshake: { term: 'Handshake', stations: ['httpEndpoint'] },
  upgrade: { term: 'Upgrade', stations: ['httpEndpoint'] },
  '101-switching-protocols': { term: '101 Switching Protocols', stations: ['httpEndpoint'] },
  'sec-websocket-key-accept': { term: 'Sec-WebSocket-Key / Accept', stations: ['httpEndpoint'] },
  'sub-protocol': { term: 'Sub-protocol', stations: ['httpEndpoint', 'stompSubProtocolHandler'] },
  'ws-wss': { term: 'ws / wss', stations: ['httpEndpoint'] },
  'frame-websocket': { term: 'Frame (WebSocket)', stations: ['webSocketSession'] },
  opcode: { term: 'Opcode', stations: ['webSocketSession'] },
  masking: { term: 'Masking', stations: ['webSocketSession'] },
  'control-frame': { term: 'Control frame', stations: ['webSocketSession'] },
  'close-code': { term: 'Close code', stations: ['webSocketSession'] },
  polling: { term: 'Polling', stations: ['sockJsService'] },
  'long-polling': { term: 'Long polling', stations: ['sockJsService'] },
  'http-streaming': { term: 'HTTP streaming', stations: ['sockJsService'] },
  'server-sent-events-eventsource': { term: 'Server-Sent Events (EventSource)', stations: ['sockJsService'] },
  sockjs: { term: 'SockJS', stations: ['sockJsService'] },
  'transport-sockjs': { term: 'Transport (SockJS)', stations: ['sockJsService'] },
  fallback: { term: 'Fallback', stations: ['client', 'sockJsService'] },
  info: { term: '/info', stations: ['sockJsService'] },
  'sticky-session': { term: 'Sticky session', stations: ['sockJsService'] },
  stomp: { term: 'STOMP', stations: ['stompSubProtocolHandler'] },
  'stomp-frame': { term: 'STOMP frame', stations: ['stompSubProtocolHandler'] },
  'nul-octet': { term: 'NUL octet', stations: ['stompSubProtocolHandler'] },
  'content-length': { term: 'content-length', stations: ['stompSubProtocolHandler'] },
  destination: {
    term: 'Destination',
    stations: ['simpAnnotationMethodMessageHandler', 'userDestinationMessageHandler', 'simpleBrokerMessageHandler'],
    destinations: ['controllers', 'user', 'broker'],
  },
  endpoint: { term: 'Endpoint', stations: ['httpEndpoint', 'sockJsService'] },
  'application-destination-prefix': {
    term: 'Application destination prefix',
    stations: ['simpAnnotationMethodMessageHandler'],
    destinations: ['controllers'],
  },
  clientinboundchannel: { term: 'clientInboundChannel', stations: ['clientInboundChannel'] },
  brokerchannel: { term: 'brokerChannel', stations: ['brokerChannel'] },
  clientoutboundchannel: { term: 'clientOutboundChannel', stations: ['clientOutboundChannel'] },
  channelinterceptor: {
    term: 'ChannelInterceptor',
    stations: ['clientInboundChannel', 'brokerChannel', 'clientOutboundChannel'],
  },
  messagemapping: {
    term: '@MessageMapping',
    stations: ['simpAnnotationMethodMessageHandler'],
    destinations: ['controllers'],
  },
  sendto: {
    term: '@SendTo',
    stations: ['simpAnnotationMethodMessageHandler', 'brokerChannel'],
    destinations: ['broker'],
  },
  subscribemapping: {
    term: '@SubscribeMapping',
    stations: ['simpAnnotationMethodMessageHandler'],
    destinations: ['controllers'],
  },
  simpmessagingtemplate: { term: 'SimpMessagingTemplate', stations: ['application', 'brokerChannel'] },
  'simple-broker': { term: 'Simple broker', stations: ['simpleBrokerMessageHandler'], destinations: ['broker'] },
  subscription: { term: 'Subscription', stations: ['simpleBrokerMessageHandler', 'client'], destinations: ['broker'] },
  'publish-subscribe-point-to-point': {
    term: 'Publish–subscribe / point-to-point',
    stations: ['simpleBrokerMessageHandler'],
    destinations: ['broker'],
  },
  'user-destination': { term: 'User destination', stations: ['userDestinationMessageHandler'], destinations: ['user'] },
  principal: { term: 'Principal', stations: ['userDestinationMessageHandler'], destinations: ['user'] },
  'heart-beat': { term: 'Heart-beat', stations: ['client', 'simpleBrokerMessageHandler', 'scheduler'] },
  'half-open-connection': { term: 'Half-open connection', stations: ['client', 'webSocketSession'] },
  'ack-nack': { term: 'ACK / NACK', stations: ['client', 'simpleBrokerMessageHandler'] },
  receipt: { term: 'RECEIPT', stations: ['stompSubProtocolHandler'] },
  'error-frame': { term: 'ERROR frame', stations: ['stompSubProtocolHandler'] },
  'backpressure-slow-consumer': {
    term: 'Backpressure / slow consumer',
    stations: ['clientOutboundChannel', 'webSocketSession'],
  },
  'broker-relay': { term: 'Broker relay', stations: ['stompBrokerRelayMessageHandler'] },
  'cross-site-websocket-hijacking': { term: 'Cross-Site WebSocket Hijacking', stations: ['httpEndpoint'] },
} as const satisfies Readonly<Record<string, GlossaryTerm>>

export type TermName = keyof typeof TERMS
