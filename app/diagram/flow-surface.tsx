import { ReactFlow } from '@xyflow/react'
import { memo } from 'react'
import { type DiagramNode, FrameNode, PlaceNode } from './diagram-nodes.tsx'
import type { DiagramFit } from './fit-diagram.ts'
import { FlowEdge, type FlowEdgeData } from './flow-edge.tsx'

const NODE_TYPES = { place: PlaceNode, frame: FrameNode }
const EDGE_TYPES = { flow: FlowEdge }

interface FlowSurfaceProps {
  readonly name: string
  readonly nodes: DiagramNode[]
  readonly edges: FlowEdgeData[]
  readonly fit: DiagramFit
}

/**
 * React Flow for its layout alone: no pan, zoom, drag or keyboard of its own. What changes with the cursor reaches boxes
 * and edges through their context, so that React Flow itself renders only when the layout changes.
 */
export const FlowSurface = memo(function FlowSurface({ name, nodes, edges, fit }: FlowSurfaceProps) {
  return (
    <ReactFlow<DiagramNode, FlowEdgeData>
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      viewport={{ x: fit.x, y: fit.y, zoom: fit.scale }}
      minZoom={0.1}
      maxZoom={4}
      aria-label={name}
      disableKeyboardA11y
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      panOnDrag={false}
      panOnScroll={false}
      zoomOnScroll={false}
      zoomOnPinch={false}
      zoomOnDoubleClick={false}
      preventScrolling={false}
    />
  )
})
