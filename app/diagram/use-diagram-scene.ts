import { useMemo } from 'react'
import type { ClientTag } from '#trace'
import { usePage } from '../playback/playback-context.tsx'
import { useLabState, useRoute, useTraceConnection, useTravelledEdges } from '../playback/use-projection.ts'
import type { Place } from '../projection/token.ts'
import { activePlaces } from './active-places.ts'
import { connectionEdge } from './connection-pipe.ts'
import { diagramGeometry } from './diagram-geometry.ts'
import type { DiagramLayout } from './diagram-layout.ts'
import { diagramPlaces } from './diagram-nodes.tsx'
import type { DiagramPicture } from './diagram-view.ts'
import { type EdgeLine, edgeLines, travelledLines } from './edge-lines.ts'
import { offerAnswers } from './offer-answers.ts'
import { shownClients } from './shown-clients.ts'

/** What there is to draw at the cursor. Boxes and lines stay the same objects while the picture keeps its shape. */
interface DiagramScene {
  readonly picture: DiagramPicture
  readonly places: readonly Place[]
  readonly lines: readonly EdgeLine[]
}

export function useDiagramScene(layout: DiagramLayout, ownClients: readonly ClientTag[]): DiagramScene {
  const lab = useLabState()
  const { projections } = usePage()
  const { message, items } = useRoute()
  const edges = useTravelledEdges()
  const { hello } = useTraceConnection()

  // Lists become text, which a memo can compare.
  const tags = shownClients(ownClients, lab.clients).join(' ')
  const geometry = useMemo(() => diagramGeometry(layout, wordsOf(tags)), [layout, tags])
  const scheduler = lab.config?.simpleBroker.heartbeat != null
  const places = useMemo(() => diagramPlaces(geometry, scheduler), [geometry, scheduler])
  const travelled = useMemo(() => travelledLines(geometry, edges), [geometry, edges])
  const travelledIds = [...travelled.keys()].join(' ')
  const connections = geometry.clients.map((tag) => connectionEdge(lab, tag)).join(' ')
  const lines = useMemo(() => {
    const shown = new Set(places)
    return edgeLines(geometry, wordsOf(connections), wordsOf(travelledIds)).filter(
      ({ from, to }) => shown.has(from) && shown.has(to),
    )
  }, [geometry, connections, travelledIds, places])

  const picture: DiagramPicture = {
    lab,
    geometry,
    destinations: hello?.suggestions.send ?? [],
    active: activePlaces(items),
    ...offerAnswers(lab, (sent) => projections.indexes.messages.numberOf(sent) === message),
    travelled,
  }
  return { picture, places, lines }
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '')
}
