import {
  CirclePause,
  Flag,
  FlagOff,
  FoldHorizontal,
  Maximize2,
  StepBack,
  StepForward,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { showMarker } from '../playback/show-marker.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'
import { BEATS_SHOWN } from '../projection/timeline/drawn-ticks.ts'
import { IconButton } from '../styles/icon-button.tsx'

/** From marker to marker, marks of one's own, and whether playing pauses at them. */
export function MarkerTools() {
  const { t } = usePhrases()
  const page = usePage()
  const pauses = useTimelineState((state) => state.pausesAtMarkers)
  const set = useTimelineState((state) => state.set)
  const toggleMark = useTimelineState((state) => state.toggleMark)
  const marks = useTimelineState((state) => state.marks)
  const cursor = usePlayback((state) => state.cursor)
  const labelMark = useTimelineState((state) => state.labelMark)
  const index = marks.findIndex((mark) => mark.cursor === cursor)
  const mark = marks[index]
  return (
    <fieldset className="timeline-group" aria-label={t('timeline.markers')}>
      <IconButton small name={t('timeline.previous-marker')} Icon={StepBack} press={() => showMarker(page, -1)} />
      <IconButton
        small
        name={mark === undefined ? t('timeline.mark') : t('timeline.remove-mark', { number: index + 1 })}
        Icon={mark === undefined ? Flag : FlagOff}
        press={toggleMark}
      />
      {mark !== undefined && (
        <input
          className="field timeline-label"
          aria-label={t('timeline.mark-label', { number: index + 1 })}
          placeholder={t('timeline.mark-label', { number: index + 1 })}
          autoComplete="off"
          value={mark.label}
          onChange={(change) => labelMark(cursor, change.currentTarget.value)}
        />
      )}
      <IconButton small name={t('timeline.next-marker')} Icon={StepForward} press={() => showMarker(page, 1)} />
      <IconButton
        small
        name={t('timeline.pause-at-markers')}
        Icon={CirclePause}
        pressed={pauses}
        press={() => set({ pausesAtMarkers: !pauses })}
      />
    </fieldset>
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
