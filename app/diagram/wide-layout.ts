import type { DiagramLayout } from './diagram-layout.ts'

const PARTS_INSET = 8

/** 980 × 430, for stages wider than high. A message runs clockwise from the clients at the left. */
export const WIDE_LAYOUT: DiagramLayout = {
  name: 'wide',
  width: 980,
  height: 430,
  boxes: {
    client: { x: 12, y: 0, width: 152, height: 430 },
    network: { x: 176, y: 215, width: 0, height: 0 },
    httpEndpoint: { x: 210, y: 92, width: 158, height: 42 },
    sockJsService: { x: 210, y: 140, width: 92, height: 54 },
    webSocketSession: { x: 210, y: 200, width: 92, height: 138 },
    stompSubProtocolHandler: { x: 306, y: 140, width: 62, height: 198 },
    clientInboundChannel: { x: 406, y: 74, width: 146, height: 40 },
    simpAnnotationMethodMessageHandler: { x: 626, y: 26, width: 190, height: 120 },
    userDestinationMessageHandler: { x: 626, y: 164, width: 190, height: 62 },
    simpleBrokerMessageHandler: { x: 626, y: 260, width: 190, height: 136 },
    stompBrokerRelayMessageHandler: { x: 626, y: 260, width: 190, height: 136 },
    messageBroker: { x: 840, y: 340, width: 120, height: 56 },
    brokerChannel: { x: 864, y: 140, width: 38, height: 132 },
    clientOutboundChannel: { x: 406, y: 318, width: 146, height: 40 },
    application: { x: 397, y: 216, width: 164, height: 54 },
    scheduler: { x: 840, y: 340, width: 120, height: 56 },
  },
  clientTops: [[], [177], [113, 241], [66, 177, 288], [27, 127, 227, 327]],
  clientHeight: 76,
  endpointCard: { x: 202, y: 84, width: 174, height: 262 },
  springApplication: { x: 184, y: 8, width: 788, height: 412 },
  brokerChannelLabel: { x: 908, y: 178, width: 62, height: 60 },
  ports: {
    'client>httpEndpoint': [
      { side: 'right', at: 0.4 },
      { side: 'left', at: 0.5, outset: PARTS_INSET },
    ],
    'client>sockJsService': [
      { side: 'right', at: 0.45 },
      { side: 'left', at: 0.5, outset: PARTS_INSET },
    ],
    'client>webSocketSession': [
      { side: 'right', at: 0.5 },
      { side: 'left', at: 0.5, outset: PARTS_INSET },
    ],
    'stompSubProtocolHandler>clientInboundChannel': [
      { side: 'right', at: 0.14, outset: PARTS_INSET },
      { side: 'left', at: 0.5 },
    ],
    'clientOutboundChannel>stompSubProtocolHandler': [
      { side: 'left', at: 0.5 },
      { side: 'right', at: 0.86, outset: PARTS_INSET },
    ],
    'clientInboundChannel>simpAnnotationMethodMessageHandler': [
      { side: 'right', at: 0.5 },
      { side: 'left', at: 0.45 },
    ],
    'clientInboundChannel>userDestinationMessageHandler': [
      { side: 'right', at: 0.68 },
      { side: 'left', at: 0.5 },
    ],
    'clientInboundChannel>simpleBrokerMessageHandler': [
      { side: 'right', at: 0.82 },
      { side: 'left', at: 0.22 },
    ],
    'simpAnnotationMethodMessageHandler>brokerChannel': [
      { side: 'right', at: 0.5 },
      { side: 'top', at: 0.5 },
    ],
    'userDestinationMessageHandler>brokerChannel': [
      { side: 'right', at: 0.3 },
      { side: 'left', at: 0.33 },
    ],
    'brokerChannel>userDestinationMessageHandler': [
      { side: 'left', at: 0.5 },
      { side: 'right', at: 0.68 },
    ],
    'brokerChannel>simpleBrokerMessageHandler': [
      { side: 'bottom', at: 0.5 },
      { side: 'right', at: 0.4 },
    ],
    'simpleBrokerMessageHandler>clientOutboundChannel': [
      { side: 'left', at: 0.57 },
      { side: 'right', at: 0.5 },
    ],
    'simpAnnotationMethodMessageHandler>clientOutboundChannel': [
      { side: 'left', at: 0.85 },
      { side: 'right', at: 0.3 },
    ],
    'application>brokerChannel': [
      { side: 'right', at: 0.5 },
      { side: 'left', at: 0.78 },
    ],
    'stompSubProtocolHandler>application': [
      { side: 'right', at: 0.52, outset: PARTS_INSET },
      { side: 'left', at: 0.5 },
    ],
    'scheduler>simpleBrokerMessageHandler': [
      { side: 'left', at: 0.5 },
      { side: 'right', at: 0.8 },
    ],
  },
}
