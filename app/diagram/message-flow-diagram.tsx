import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { usePlayback, useRoute } from '../playback/use-projection.ts'
import type { Place } from '../projection/token.ts'
import { useSpotlight } from '../spotlight/spotlight-context.ts'
import './diagram.css'
import { useElementSize } from '../styles/use-element-size.ts'
import { ConnectionLabels } from './connection-labels.tsx'
import { isClient } from './diagram-geometry.ts'
import { diagramNodes } from './diagram-nodes.tsx'
import { type DiagramView, DiagramViewContext } from './diagram-view.ts'
import type { EdgeLine } from './edge-lines.ts'
import { EdgeRates } from './edge-rates.tsx'
import { FaultBadges } from './fault-badges.tsx'
import { type DiagramFit, fitDiagram } from './fit-diagram.ts'
import type { FlowEdgeData } from './flow-edge.tsx'
import { FlowSurface } from './flow-surface.tsx'
import { type GateControls, GatePorts } from './gate-ports.tsx'
import { isArrowKey, nearestPlace } from './nearest-place.ts'
import { RibbonScale } from './ribbon-scale.tsx'
import { TokenLayer } from './token-layer.tsx'
import { TokensInFlight } from './tokens-in-flight.tsx'
import { useDiagramScene } from './use-diagram-scene.ts'
import { useSampledTokens } from './use-sampled-tokens.ts'

/** The type of enlarged, short labels, in pixels of the screen, and the room that it leaves around itself in a box. */
const LEAST_TYPE = 12
const LEAST_PADDING = '5px'

interface MessageFlowDiagramProps {
  /** The page's own clients: they have their places before they connect. */
  readonly ownClients: readonly ClientTag[]
  /** Absent where nothing real passes the gates. */
  readonly gates?: GateControls
  /** Shown where the stage is too small for any layout. */
  readonly fallback: ReactNode
  /** Tells whether the diagram is shown, or its fallback. */
  readonly onFit: (fits: boolean) => void
}

/** The picture of Spring's message flow at the cursor, with the tokens above it. */
export function MessageFlowDiagram({ ownClients, gates, fallback, onFit }: MessageFlowDiagramProps) {
  const stage = useRef<HTMLDivElement>(null)
  const size = useElementSize(stage)
  const fit = useMemo(() => (size === null ? null : fitDiagram(size.width, size.height)), [size])
  const fits = size === null || fit !== null
  useEffect(() => onFit(fits), [fits, onFit])
  return (
    <div ref={stage} className="diagram-stage">
      {fit !== null && <FittedDiagram fit={fit} ownClients={ownClients} {...(gates && { gates })} />}
      {!fits && fallback}
    </div>
  )
}

interface FittedDiagramProps extends Pick<MessageFlowDiagramProps, 'ownClients' | 'gates'> {
  readonly fit: DiagramFit
}

function FittedDiagram({ fit, ownClients, gates }: FittedDiagramProps) {
  const { t } = usePhrases()
  const { items } = useRoute()
  const select = usePlayback((state) => state.select)
  const { tokens, traffic } = useSampledTokens()
  const spotlit = useSpotlight(({ shown }) => shown !== null)
  const [surface, setSurface] = useState<HTMLDivElement | null>(null)
  const [chosen, setChosen] = useState<Place | null>(null)
  const { picture, places, lines } = useDiagramScene(fit.layout, ownClients)
  const { lab, geometry } = picture
  const nodes = useMemo(() => diagramNodes(geometry, places), [geometry, places])
  const flowEdges = useMemo(() => lines.map(flowEdge), [lines])

  const onChoose = useCallback(
    (place: Place) => {
      const seq = isClient(place)
        ? items.findLast(({ station, client }) => station === 'client' && place === `client:${client}`)?.seq
        : lab.lastAt[place as keyof typeof lab.lastAt]
      select(seq ?? null)
    },
    [items, lab, select],
  )
  const onKeyDown = useCallback(
    (keyDown: KeyboardEvent, place: Place) => {
      if (keyDown.altKey || keyDown.shiftKey) return
      const boxes = new Map(places.map((candidate) => [candidate, geometry.boxOf(candidate)] as const))
      const target = isArrowKey(keyDown.key)
        ? nearestPlace(boxes, place, keyDown.key)
        : keyDown.key === 'Home' && places[0]
      if (target === undefined || target === false) return
      keyDown.preventDefault()
      surface?.querySelector<HTMLElement>(`[data-place="${CSS.escape(target)}"]`)?.focus()
    },
    [geometry, places, surface],
  )
  const view: DiagramView = {
    ...picture,
    shortLabels: fit.shortLabels,
    tabStop: chosen !== null && places.includes(chosen) ? chosen : (places[0] ?? 'httpEndpoint'),
    onFocus: setChosen,
    onChoose,
    onKeyDown,
  }
  return (
    <DiagramViewContext value={view}>
      <div
        ref={setSurface}
        className="diagram-surface"
        style={typeOf(fit)}
        data-layout={fit.layout.name}
        data-spotlit={spotlit || undefined}
      >
        <FlowSurface name={t('diagram.name')} nodes={nodes} edges={flowEdges} fit={fit} />
        <TokenLayer geometry={geometry} fit={fit} surface={surface} />
        <FaultBadges geometry={geometry} fit={fit} />
        {gates && <GatePorts controls={gates} geometry={geometry} fit={fit} />}
        <EdgeRates traffic={traffic} geometry={geometry} fit={fit} />
        <RibbonScale traffic={traffic} geometry={geometry} fit={fit} />
        <ConnectionLabels geometry={geometry} fit={fit} />
      </div>
      <TokensInFlight tokens={tokens} />
    </DiagramViewContext>
  )
}

function flowEdge(line: EdgeLine): FlowEdgeData {
  return {
    id: line.id,
    type: 'flow',
    source: line.from,
    target: line.to,
    data: { line },
    ariaRole: 'presentation',
    domAttributes: { 'aria-hidden': true, 'aria-roledescription': undefined },
  }
}

/** Below scale 1 the type grows against it, so that it never falls under its least size. */
function typeOf({ scale, shortLabels }: DiagramFit): CSSProperties | undefined {
  if (!shortLabels) return undefined
  const least = `${LEAST_TYPE / scale}px`
  return {
    '--diagram-title': least,
    '--diagram-text': least,
    '--diagram-small': least,
    '--diagram-pad': LEAST_PADDING,
  } as CSSProperties
}
