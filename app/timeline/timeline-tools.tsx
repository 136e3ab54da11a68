import { CirclePause, FoldHorizontal, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'
import { BEATS_SHOWN } from '../projection/timeline/drawn-ticks.ts'
import { IconButton } from '../styles/icon-button.tsx'
import './timeline-tools.css'

/** Whether playing pauses where something is marked. */
export function PauseAtMarkers() {
  const { t } = usePhrases()
  const pauses = useTimelineState((state) => state.pausesAtMarkers)
  const set = useTimelineState((state) => state.set)
  return (
    <IconButton
      small
      name={t('timeline.pause-at-markers')}
      Icon={CirclePause}
      pressed={pauses}
      press={() => set({ pausesAtMarkers: !pauses })}
    />
  )
}

/** How much of the log is seen, and what of it is folded. */
export function ViewTools() {
  const { t, number } = usePhrases()
  const page = usePage()
  const count = usePlayback(() => page.projections.indexes.timeline.lanes.beats)
  const all = useTimelineState((state) => state.window === null)
  const foldsIdle = useTimelineState((state) => state.foldsIdle)
  const beats = useTimelineState((state) => state.beats)
  const set = useTimelineState((state) => state.set)
  const zoom = useTimelineState((state) => state.zoom)
  const show = useTimelineState((state) => state.show)
  return (
    <fieldset className="timeline-group" aria-label={t('timeline.view')}>
      <IconButton
        small
        name={t('timeline.fold-idle')}
        Icon={FoldHorizontal}
        pressed={foldsIdle}
        press={() => set({ foldsIdle: !foldsIdle })}
      />
      <select
        className="select timeline-beats"
        aria-label={t('timeline.heartbeats')}
        title={t('timeline.heartbeats')}
        value={beats}
        onChange={({ currentTarget: { value } }) => {
          const chosen = BEATS_SHOWN.find((choice) => choice === value)
          if (chosen !== undefined) set({ beats: chosen })
        }}
      >
        {BEATS_SHOWN.map((choice) => (
          <option key={choice} value={choice}>
            {t(`timeline.beats-${choice}`, { count: number(count) })}
          </option>
        ))}
      </select>
      <IconButton small name={t('timeline.zoom-in')} Icon={ZoomIn} press={() => zoom(0.5)} />
      <IconButton small name={t('timeline.zoom-out')} Icon={ZoomOut} disabled={all} press={() => zoom(2)} />
      <IconButton small name={t('timeline.zoom-all')} Icon={Maximize2} disabled={all} press={() => show(null)} />
    </fieldset>
  )
}
