import type { Edge, EdgeProps } from '@xyflow/react'
import { clientHue } from '../styles/client-hue.ts'
import { ConnectionPipeLine } from './connection-pipe-line.tsx'
import { isClient } from './diagram-geometry.ts'
import { useDiagramView } from './diagram-view.ts'
import { svgArrow, svgPath } from './edge-curve.ts'
import type { EdgeLine } from './edge-lines.ts'

export type FlowEdgeData = Edge<{ readonly line: EdgeLine }, 'flow'>

export function FlowEdge({ data }: EdgeProps<FlowEdgeData>) {
  return data === undefined ? null : <FlowLine line={data.line} />
}

/** Quiet, or in the sender's hue where the current message has been, or dotted where it was offered and not taken. */
export function FlowLine({ line: { id, curve, from, isConnection } }: { readonly line: EdgeLine }) {
  const { travelled, untaken } = useDiagramView()
  const traveller = travelled.get(id)
  const look = untaken.has(id) ? 'untaken' : traveller === undefined ? 'quiet' : 'travelled'
  if (isClient(from)) {
    const tag = from.slice('client:'.length)
    return (
      <g className="flow-edge" data-look={look} data-hue={clientHue(traveller ?? tag)}>
        <ConnectionPipeLine tag={tag} curve={curve} isConnection={isConnection} />
      </g>
    )
  }
  return (
    <g className="flow-edge" data-look={look} data-hue={clientHue(traveller ?? null)}>
      <path className="flow-edge-line" d={svgPath(curve)} />
      <path className="flow-edge-arrow" d={svgArrow(curve)} />
    </g>
  )
}
