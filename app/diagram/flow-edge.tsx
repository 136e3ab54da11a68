import type { Edge, EdgeProps } from '@xyflow/react'
import { clientHue } from '../styles/client-hue.ts'
import { useDiagramView } from './diagram-view.ts'
import { svgArrow, svgPath } from './edge-curve.ts'
import type { EdgeLine } from './edge-lines.ts'

export type FlowEdgeData = Edge<{ readonly line: EdgeLine }, 'flow'>

/** Quiet, or in the sender's hue where the current message has been, or dotted where it was offered and not taken. */
export function FlowEdge({ data }: EdgeProps<FlowEdgeData>) {
  const { travelled, untaken } = useDiagramView()
  if (data === undefined) return null
  const { id, curve } = data.line
  const traveller = travelled.get(id)
  const look = untaken.has(id) ? 'untaken' : traveller === undefined ? 'quiet' : 'travelled'
  return (
    <g className="flow-edge" data-look={look} data-hue={clientHue(traveller ?? null)}>
      <path className="flow-edge-line" d={svgPath(curve)} />
      <path className="flow-edge-arrow" d={svgArrow(curve)} />
    </g>
  )
}
