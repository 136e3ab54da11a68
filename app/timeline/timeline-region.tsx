import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { FilterBar } from '../find/filter-bar.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { TimelineLanes } from './timeline-lanes.tsx'
import './timeline-region.css'
import { type TimeWindow, useTimeline } from './use-timeline.ts'

/** Parts of the width between two ticks that can still be told apart. */
const APART = 0.012

/** A window narrower than this, in milliseconds, shows nothing more. */
const NARROWEST = 5

/** The log over time: a lane a connection, what the server did, what people did (ux.md c.4). */
export function TimelineRegion() {
  const { t } = usePhrases()
  const [chosen, setChosen] = useState<TimeWindow>(null)
  const [folds, setFolds] = useState(true)
  const timeline = useTimeline(chosen, folds, APART)
  const { from, to } = timeline.scale
  const zoom = (factor: number) => {
    const middle = (from + to) / 2
    const half = Math.max(NARROWEST, ((to - from) * factor) / 2)
    const [least, most] = timeline.whole
    const next = [Math.max(least, middle - half), Math.min(most, middle + half)] as const
    setChosen(next[0] <= least && next[1] >= most ? null : next)
  }
  return (
    <section className="timeline-region" aria-label={t('timeline.region')}>
      <div className="timeline-tools">
        <FilterBar />
        <label className="timeline-fold">
          <input type="checkbox" checked={folds} onChange={(change) => setFolds(change.currentTarget.checked)} />
          {t('timeline.fold-idle')}
        </label>
        <button
          type="button"
          className="button button-plain button-icon button-small"
          aria-label={t('timeline.zoom-in')}
          title={t('timeline.zoom-in')}
          onClick={() => zoom(0.5)}
        >
          <ZoomIn size={16} aria-hidden />
        </button>
        <button
          type="button"
          className="button button-plain button-icon button-small"
          aria-label={t('timeline.zoom-out')}
          title={t('timeline.zoom-out')}
          disabled={chosen === null}
          onClick={() => zoom(2)}
        >
          <ZoomOut size={16} aria-hidden />
        </button>
        <button
          type="button"
          className="button button-plain button-icon button-small"
          aria-label={t('timeline.zoom-all')}
          title={t('timeline.zoom-all')}
          disabled={chosen === null}
          onClick={() => setChosen(null)}
        >
          <Maximize2 size={16} aria-hidden />
        </button>
      </div>
      {timeline.marks.length === 0 && chosen === null ? (
        <p className="timeline-empty">{t('timeline.empty')}</p>
      ) : (
        <TimelineLanes timeline={timeline} onWindow={setChosen} />
      )}
    </section>
  )
}
