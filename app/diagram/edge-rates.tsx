import { usePhrases } from '../language/use-phrases.ts'
import type { EdgeTraffic } from '../projection/travel-index.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'
import type { DiagramFit } from './fit-diagram.ts'
import { octetRate } from './octet-rate.ts'
import { rateSign } from './rate-sign.ts'
import { ribbonsOf } from './ribbons-of.ts'

interface EdgeRatesProps {
  readonly traffic: readonly EdgeTraffic[]
  readonly geometry: DiagramGeometry
  readonly fit: DiagramFit
}

/** How many messages a second pass where there are too many to draw, and how much crosses the network. */
export function EdgeRates({ traffic, geometry, fit }: EdgeRatesProps) {
  const phrases = usePhrases()
  const { t, number } = phrases
  return ribbonsOf(traffic, geometry).map(({ edge, perSecond, octetsPerSecond }) => {
    const { middle } = rateSign(edge, geometry, fit)
    return (
      <span key={edge} className="edge-rate" data-edge={edge} style={{ left: middle.x, top: middle.y }}>
        <span>{t('diagram.rate', { rate: number(perSecond, 'whole') })}</span>
        {octetsPerSecond > 0 && <span className="edge-octet-rate"> {octetRate(octetsPerSecond, phrases)}</span>}
      </span>
    )
  })
}
