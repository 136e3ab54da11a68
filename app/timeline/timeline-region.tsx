import { useRef } from 'react'
import { FilterBar } from '../find/filter-bar.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { useElementSize } from '../styles/use-element-size.ts'
import { LogMinimap } from './log-minimap.tsx'
import { MarkerTools } from './marker-tools.tsx'
import { TimelineLanes } from './timeline-lanes.tsx'
import './timeline-region.css'
import { PauseAtMarkers, ViewTools } from './timeline-tools.tsx'
import { useTimeline } from './use-timeline.ts'

/** Pixels of the lanes before they were laid out. */
const USUAL_WIDTH = 600

/** The log over time: a lane a connection, what the server did, markers (ux.md c.4). */
export function TimelineRegion() {
  const { t } = usePhrases()
  const track = useRef<HTMLDivElement>(null)
  const { width } = useElementSize(track) ?? { width: USUAL_WIDTH }
  const timeline = useTimeline(Math.max(1, width))
  const { whole, window, ticks, density } = timeline
  return (
    <section className="timeline-region" aria-label={t('timeline.region')}>
      <div className="timeline-tools">
        <FilterBar />
        <MarkerTools small>
          <PauseAtMarkers />
        </MarkerTools>
        <ViewTools />
      </div>
      {density !== null && <LogMinimap whole={whole} window={window} density={density} />}
      {ticks.length === 0 && window === null && <p className="timeline-empty">{t('timeline.empty')}</p>}
      <TimelineLanes timeline={timeline} track={track} />
    </section>
  )
}
