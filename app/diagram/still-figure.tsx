import type { ReactNode } from 'react'
import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import './diagram.css'
import { type DiagramNode, diagramNodes, FrameDrawing, PlaceDrawing } from './diagram-nodes.tsx'
import { type DiagramView, DiagramViewContext } from './diagram-view.ts'
import { FlowLine } from './flow-edge.tsx'
import './still-figure.css'
import { useDiagramScene } from './use-diagram-scene.ts'
import { WIDE_LAYOUT } from './wide-layout.ts'

/** The diagram as it stands, as one picture of any size: for paper. Its boxes are those of the page. */
export function StillFigure({ ownClients }: { readonly ownClients: readonly ClientTag[] }) {
  const { t } = usePhrases()
  const { picture, places, lines } = useDiagramScene(WIDE_LAYOUT, ownClients)
  const nodes = diagramNodes(picture.geometry, places)
  const { width, height } = WIDE_LAYOUT
  return (
    <DiagramViewContext value={{ ...picture, ...UNTOUCHED }}>
      <svg className="still-figure" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('diagram.name')}>
        {nodes.map((node) => node.type === 'frame' && <NodeDrawing key={node.id} node={node} />)}
        {lines.map((line) => (
          <FlowLine key={line.id} line={line} />
        ))}
        {nodes.map((node) => node.type === 'place' && <NodeDrawing key={node.id} node={node} />)}
      </svg>
    </DiagramViewContext>
  )
}

/** Nothing in a picture on paper is chosen or reached. */
const UNTOUCHED: Pick<DiagramView, 'shortLabels' | 'tabStop' | 'onFocus' | 'onChoose' | 'onKeyDown'> = {
  shortLabels: false,
  tabStop: 'client',
  onFocus: () => undefined,
  onChoose: () => undefined,
  onKeyDown: () => undefined,
}

function NodeDrawing({ node }: { readonly node: DiagramNode }): ReactNode {
  return (
    <foreignObject {...node.position} width={node.width} height={node.height}>
      {node.type === 'frame' ? <FrameDrawing {...node.data} /> : <PlaceDrawing place={node.data.place} />}
    </foreignObject>
  )
}
