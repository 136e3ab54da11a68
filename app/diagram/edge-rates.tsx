import type { CSSProperties } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { EdgeTraffic } from '../projection/travel-index.ts'
import { type DiagramGeometry, isClient } from './diagram-geometry.ts'
import { pointOn } from './edge-curve.ts'
import { placesOf } from './edge-lines.ts'
import type { DiagramFit } from './fit-diagram.ts'
import { octetRate } from './octet-rate.ts'
import { ribbonsOf } from './ribbons-of.ts'

interface EdgeRatesProps {
  readonly traffic: readonly EdgeTraffic[]
  readonly geometry: DiagramGeometry
  readonly fit: DiagramFit
}

/** The numbers of a client go there and back on one line: above and below its middle, in pixels. */
const ASIDE = 17

/** How many messages a second pass where there are too many to draw, and how much crosses the network. */
export function EdgeRates({ traffic, geometry, fit }: EdgeRatesProps) {
  const phrases = usePhrases()
  const { t, number } = phrases
  return ribbonsOf(traffic, geometry).map(({ edge, perSecond, octetsPerSecond }) => (
    <span key={edge} className="edge-rate" data-edge={edge} style={middleOf(edge, geometry, fit)}>
      <span>{t('diagram.rate', { rate: number(perSecond, 'whole') })}</span>
      {octetsPerSecond > 0 && <span className="edge-octet-rate"> {octetRate(octetsPerSecond, phrases)}</span>}
    </span>
  ))
}

function middleOf(edge: string, geometry: DiagramGeometry, fit: DiagramFit): CSSProperties {
  const [from, to] = placesOf(edge)
  const { x, y } = pointOn(geometry.curveOf(from, to), 0.5)
  const aside = isClient(from) ? -ASIDE : isClient(to) ? ASIDE : 0
  return { left: fit.x + x * fit.scale, top: fit.y + y * fit.scale + aside }
}
