import { Fragment } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { EdgeTraffic } from '../projection/travel-index.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'
import { ribbonWidth } from './draw-ribbon.ts'
import type { DiagramFit } from './fit-diagram.ts'
import { ribbonsOf } from './ribbons-of.ts'
import { scaleTicks } from './scale-ticks.ts'

/** Of a drawn width, and from the frame around it, in pixels. */
const SAMPLE_LENGTH = 16
const INSET = 8

interface RibbonScaleProps {
  readonly traffic: readonly EdgeTraffic[]
  readonly geometry: DiagramGeometry
  readonly fit: DiagramFit
}

/** What the widths of the ribbons mean, as long as there is one. */
export function RibbonScale({ traffic, geometry, fit }: RibbonScaleProps) {
  const { t, number } = usePhrases()
  const ribbons = ribbonsOf(traffic, geometry)
  if (ribbons.length === 0) return null
  const { x, y, height } = geometry.layout.springApplication
  const ticks = scaleTicks(Math.max(...ribbons.map(({ perSecond }) => perSecond)))
  return (
    <p
      className="ribbon-scale"
      style={{ left: fit.x + x * fit.scale + INSET, top: fit.y + (y + height) * fit.scale - INSET }}
    >
      {t('diagram.ribbon-scale')}
      {ticks.map((rate, index) => (
        <Fragment key={rate}>
          {index > 0 && ' ·'}{' '}
          <svg className="ribbon-sample" width={SAMPLE_LENGTH} height={SAMPLE_LENGTH} aria-hidden>
            <line
              x2={SAMPLE_LENGTH}
              y1={SAMPLE_LENGTH / 2}
              y2={SAMPLE_LENGTH / 2}
              strokeWidth={ribbonWidth(rate) * fit.scale}
            />
          </svg>{' '}
          {index < ticks.length - 1 ? number(rate) : t('diagram.rate', { rate: number(rate) })}
        </Fragment>
      ))}
    </p>
  )
}
