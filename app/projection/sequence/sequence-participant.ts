import type { ClientTag, Station } from '#trace'
import type { Place } from '../token.ts'

/** A column of the sequence: a client, or a part of the server. */
export type SequenceParticipant =
  | `client:${ClientTag}`
  | 'server'
  | 'endpoint'
  | 'clientInboundChannel'
  | 'simpAnnotationMethodMessageHandler'
  | 'userDestinationMessageHandler'
  | 'brokerChannel'
  | 'simpleBrokerMessageHandler'
  | 'clientOutboundChannel'
  | 'application'

/** `wire`: the whole server is one column. `spring`: each part has its own (ux.md c.4). */
export type SequenceDetail = 'wire' | 'spring'

/** Columns of the server from left to right. */
export const SERVER_PARTICIPANTS: Readonly<Record<SequenceDetail, readonly SequenceParticipant[]>> = {
  wire: ['server'],
  spring: [
    'endpoint',
    'clientInboundChannel',
    'simpAnnotationMethodMessageHandler',
    'userDestinationMessageHandler',
    'brokerChannel',
    'simpleBrokerMessageHandler',
    'clientOutboundChannel',
    'application',
  ],
}

const OF_STATION: Readonly<Record<Exclude<Station, 'client'>, SequenceParticipant>> = {
  network: 'endpoint',
  httpEndpoint: 'endpoint',
  sockJsService: 'endpoint',
  webSocketSession: 'endpoint',
  stompSubProtocolHandler: 'endpoint',
  clientInboundChannel: 'clientInboundChannel',
  simpAnnotationMethodMessageHandler: 'simpAnnotationMethodMessageHandler',
  userDestinationMessageHandler: 'userDestinationMessageHandler',
  simpleBrokerMessageHandler: 'simpleBrokerMessageHandler',
  stompBrokerRelayMessageHandler: 'simpleBrokerMessageHandler',
  messageBroker: 'simpleBrokerMessageHandler',
  brokerChannel: 'brokerChannel',
  clientOutboundChannel: 'clientOutboundChannel',
  application: 'application',
  scheduler: 'application',
}

/** The column of a place of the diagram. */
export const participantOf = (place: Place, detail: SequenceDetail): SequenceParticipant => {
  if (isClient(place)) return place
  if (detail === 'wire' || place === 'client') return 'server'
  return OF_STATION[place]
}

const isClient = (place: Place): place is `client:${ClientTag}` => place.startsWith('client:')
