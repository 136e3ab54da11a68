import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import type { ReactNode } from 'react'
import type { Station } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import type { Place } from '../projection/token.ts'
import { ApplicationBox, SchedulerBox } from './application-boxes.tsx'
import type { Box } from './box.ts'
import { BrokerChannelLabel, BrokerChannelPipe, ExecutorPipe } from './channel-pipe.tsx'
import { ClientBox, FoldedClientsBox } from './client-box.tsx'
import { type DiagramGeometry, isClient } from './diagram-geometry.ts'
import { HttpEndpointPart, SockJsServicePart, StompPart, WebSocketSessionPart } from './endpoint-parts.tsx'
import { MappingBox, SimpleBrokerBox, UserDestinationBox } from './handler-boxes.tsx'

type Frame = 'spring-application' | 'endpoint-card' | 'broker-channel-label' | 'folded-clients'

export type DiagramNode =
  | Node<{ readonly place: Place }, 'place'>
  | Node<{ readonly frame: Frame; readonly folded: number }, 'frame'>

/** In the order of the flow, which is the order of reading and of Tab. */
const BOXES: Readonly<Partial<Record<Station, () => ReactNode>>> = {
  httpEndpoint: () => <HttpEndpointPart />,
  sockJsService: () => <SockJsServicePart />,
  webSocketSession: () => <WebSocketSessionPart />,
  stompSubProtocolHandler: () => <StompPart />,
  clientInboundChannel: () => <ExecutorPipe channel="clientInboundChannel" />,
  simpAnnotationMethodMessageHandler: () => <MappingBox />,
  userDestinationMessageHandler: () => <UserDestinationBox />,
  brokerChannel: () => <BrokerChannelPipe />,
  simpleBrokerMessageHandler: () => <SimpleBrokerBox />,
  clientOutboundChannel: () => <ExecutorPipe channel="clientOutboundChannel" />,
  application: () => <ApplicationBox />,
  scheduler: () => <SchedulerBox />,
}

/** The boxes that are buttons, in the order of the flow. */
export function diagramPlaces(geometry: DiagramGeometry, scheduler: boolean): readonly Place[] {
  const stations = (Object.keys(BOXES) as Station[]).filter((station) => scheduler || station !== 'scheduler')
  return [...geometry.clients.map((tag) => `client:${tag}` as const), ...stations]
}

export function diagramNodes(geometry: DiagramGeometry, places: readonly Place[]): DiagramNode[] {
  const { layout, folded, clients } = geometry
  const frames: readonly (readonly [Frame, Box])[] = [
    ['spring-application', layout.springApplication],
    ['endpoint-card', layout.endpointCard],
    ['broker-channel-label', layout.brokerChannelLabel],
    ...(folded > 0 ? [['folded-clients', geometry.clientBox(clients.length)] as const] : []),
  ]
  return [
    ...frames.map(([frame, box]) => ({ ...placed(frame, box), type: 'frame' as const, data: { frame, folded } })),
    ...places.map((place) => ({ ...placed(place, geometry.boxOf(place)), type: 'place' as const, data: { place } })),
  ]
}

/** React Flow's wrapper of a node says nothing to assistive technology: the button inside does. */
function placed(id: string, { x, y, width, height }: Box) {
  return {
    id,
    position: { x, y },
    width,
    height,
    domAttributes: { 'aria-roledescription': undefined },
  }
}

export function PlaceNode({ data: { place } }: NodeProps<Extract<DiagramNode, { type?: 'place' }>>) {
  return (
    <>
      <PlaceDrawing place={place} />
      <EdgeEnds />
    </>
  )
}

export function PlaceDrawing({ place }: { readonly place: Place }) {
  return isClient(place) ? <ClientBox tag={place.slice('client:'.length)} /> : BOXES[place as Station]?.()
}

export function FrameNode({ data }: NodeProps<Extract<DiagramNode, { type?: 'frame' }>>) {
  return <FrameDrawing {...data} />
}

export function FrameDrawing({ frame, folded }: { readonly frame: Frame; readonly folded: number }) {
  const { t } = usePhrases()
  if (frame === 'broker-channel-label') return <BrokerChannelLabel />
  if (frame === 'folded-clients') return <FoldedClientsBox count={folded} />
  return (
    <div className={`diagram-frame frame-${frame}`}>
      {frame === 'spring-application' && <span className="diagram-small">{t('diagram.spring-application')}</span>}
    </div>
  )
}

/** React Flow draws an edge only between handles; ours are drawn between the layout's ports. */
function EdgeEnds() {
  return (
    <>
      <Handle type="source" position={Position.Right} isConnectable={false} className="edge-end" />
      <Handle type="target" position={Position.Left} isConnectable={false} className="edge-end" />
    </>
  )
}
