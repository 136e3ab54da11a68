/** Where a fact can happen: the boxes of the picture, spelled as Spring's beans. A closed list. */
export const STATIONS = [
  'client',
  'network',
  'httpEndpoint',
  'sockJsService',
  'webSocketSession',
  'stompSubProtocolHandler',
  'clientInboundChannel',
  'simpAnnotationMethodMessageHandler',
  'userDestinationMessageHandler',
  'simpleBrokerMessageHandler',
  'stompBrokerRelayMessageHandler',
  'messageBroker',
  'brokerChannel',
  'clientOutboundChannel',
  'application',
  'scheduler',
] as const

export type Station = (typeof STATIONS)[number]

export type ChannelStation = 'clientInboundChannel' | 'brokerChannel' | 'clientOutboundChannel'

export type HandlerStation =
  | 'stompSubProtocolHandler'
  | 'simpAnnotationMethodMessageHandler'
  | 'userDestinationMessageHandler'
  | 'simpleBrokerMessageHandler'
  | 'stompBrokerRelayMessageHandler'
