import type { DiagramLayout } from './diagram-layout.ts'
import { WIDE_LAYOUT } from './wide-layout.ts'

/** 860 × 620, for stages about as high as wide. The same loop and the same sides, with the air above and below. */
export const TALL_LAYOUT: DiagramLayout = {
  name: 'tall',
  width: 860,
  height: 620,
  boxes: {
    client: { x: 8, y: 0, width: 148, height: 620 },
    network: { x: 166, y: 310, width: 0, height: 0 },
    httpEndpoint: { x: 192, y: 152, width: 156, height: 50 },
    sockJsService: { x: 192, y: 208, width: 90, height: 66 },
    webSocketSession: { x: 192, y: 280, width: 90, height: 188 },
    stompSubProtocolHandler: { x: 288, y: 208, width: 60, height: 260 },
    clientInboundChannel: { x: 384, y: 106, width: 130, height: 40 },
    simpAnnotationMethodMessageHandler: { x: 566, y: 34, width: 192, height: 168 },
    userDestinationMessageHandler: { x: 566, y: 226, width: 192, height: 68 },
    simpleBrokerMessageHandler: { x: 566, y: 340, width: 192, height: 196 },
    stompBrokerRelayMessageHandler: { x: 566, y: 340, width: 192, height: 196 },
    messageBroker: { x: 742, y: 548, width: 104, height: 56 },
    brokerChannel: { x: 798, y: 236, width: 38, height: 160 },
    clientOutboundChannel: { x: 384, y: 478, width: 130, height: 40 },
    application: { x: 374, y: 288, width: 158, height: 58 },
    scheduler: { x: 742, y: 548, width: 104, height: 56 },
  },
  clientTops: [[], [270], [188, 352], [116, 270, 424], [56, 202, 348, 494]],
  clientHeight: 80,
  endpointCard: { x: 184, y: 144, width: 172, height: 332 },
  springApplication: { x: 172, y: 8, width: 684, height: 604 },
  brokerChannelLabel: { x: 766, y: 432, width: 88, height: 64 },
  ports: {
    ...WIDE_LAYOUT.ports,
    'simpAnnotationMethodMessageHandler>brokerChannel': [
      { side: 'right', at: 0.3 },
      { side: 'top', at: 0.5 },
    ],
    'clientInboundChannel>simpAnnotationMethodMessageHandler': [
      { side: 'right', at: 0.5 },
      { side: 'left', at: 0.5 },
    ],
    'simpleBrokerMessageHandler>clientOutboundChannel': [
      { side: 'left', at: 0.8 },
      { side: 'right', at: 0.5 },
    ],
    'application>brokerChannel': [
      { side: 'right', at: 0.5 },
      { side: 'left', at: 0.5 },
    ],
    'scheduler>simpleBrokerMessageHandler': [
      { side: 'top', at: 0.7 },
      { side: 'right', at: 0.9 },
    ],
  },
}
