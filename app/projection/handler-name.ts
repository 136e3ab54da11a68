import type { Station } from '#trace'

const HANDLER_NAME: Readonly<Partial<Record<Station, string>>> = {
  simpAnnotationMethodMessageHandler: '@MessageMapping',
  userDestinationMessageHandler: 'UserDestination',
  simpleBrokerMessageHandler: 'SimpleBroker',
  stompBrokerRelayMessageHandler: 'BrokerRelay',
}

/** The short name that the picture gives a handler. */
export function handlerName(handler: Station): string {
  return HANDLER_NAME[handler] ?? handler
}
