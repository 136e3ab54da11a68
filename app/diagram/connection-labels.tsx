import type { Phrasebook } from '../language/phrasebook.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { useCursorTime } from '../playback/use-projection.ts'
import { type ConnectionPipe, connectionPipe } from './connection-pipe.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'
import { useDiagramView } from './diagram-view.ts'
import type { DiagramFit } from './fit-diagram.ts'
import './connection-pipe.css'

/** Below each client that is connected over HTTP, which request is open and how long; with four clients one line. */
export function ConnectionLabels({ geometry, fit }: { readonly geometry: DiagramGeometry; readonly fit: DiagramFit }) {
  const { lab } = useDiagramView()
  const phrases = usePhrases()
  const { at } = useCursorTime()
  const isTight = geometry.clients.length + (geometry.folded > 0 ? 1 : 0) > 3
  return geometry.clients.map((tag) => {
    const pipe = connectionPipe(lab, tag)
    const box = geometry.boxOf(`client:${tag}`)
    if (pipe === null || pipe.kind === 'upgrade') return null
    return (
      <span
        key={tag}
        className="connection-label"
        aria-hidden
        style={{
          left: fit.x + box.x * fit.scale,
          top: fit.y + (box.y + box.height) * fit.scale,
          inlineSize: box.width * fit.scale,
        }}
      >
        {!isTight && pipe.request !== null && <span className="connection-request">{requestWords(pipe)}</span>}
        <span>{pipeWords(pipe, at, phrases)}</span>
      </span>
    )
  })
}

/** The same as one text, for the client's box. */
export function useConnectionWords(tag: string): string {
  const { lab } = useDiagramView()
  const phrases = usePhrases()
  const { at } = useCursorTime()
  const pipe = connectionPipe(lab, tag)
  if (pipe === null || pipe.kind === 'upgrade') return ''
  return [requestWords(pipe), pipeWords(pipe, at, phrases)].filter((words) => words !== '').join(' ')
}

function requestWords({ request }: ConnectionPipe): string {
  return request === null ? '' : `${request.method} …/${request.segment}`
}

const KIBI = 1024
/** From here on octets are counted in KiB. */
const LARGE = 10 * KIBI

/** @param at the lab's time at the cursor */
function pipeWords({ kind, request }: ConnectionPipe, at: number, { t, number }: Phrasebook): string {
  if (request === null) return t('diagram.pipe-snapped')
  const seconds = number(Math.max(0, (at - request.since) / 1000), 'whole')
  if (kind === 'poll' || request.limit === null) return t('diagram.pipe-waits', { seconds })
  const isLarge = request.limit >= LARGE
  const count = (octets: number) => number(isLarge ? octets / KIBI : octets, isLarge ? 'up-to-tenths' : 'whole')
  return t('diagram.pipe-open', {
    seconds,
    used: count(request.bytes),
    limit: count(request.limit),
    unit: isLarge ? 'KiB' : 'B',
  })
}
