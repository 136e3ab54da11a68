import { type CSSProperties, memo } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { clientName } from '../projection/client-name.ts'
import type { DrawnTick } from '../projection/timeline/drawn-ticks.ts'
import type { TimelineMarker } from '../projection/timeline/timeline-marker.ts'
import type { TimelineLane, TimelineTick } from '../projection/timeline/timeline-tick.ts'
import { clientHue } from '../styles/client-hue.ts'
import { useLaneName } from './lane-name.tsx'
import { MarkerIcon } from './marker-icon.tsx'
import { TickShape } from './tick-shape.tsx'

interface TimelineTicksProps {
  readonly ticks: readonly DrawnTick[]
  readonly lanes: readonly TimelineLane[]
}

/** They change with the log, the window and the filter, not with the cursor. */
export const TimelineTicks = memo(function TimelineTicks({ ticks, lanes }: TimelineTicksProps) {
  const first = ticks.find(({ passes }) => passes)
  return ticks.map((tick) => (
    <Tick
      key={`${tick.seq} ${tick.lane} ${tick.kind}`}
      tick={tick}
      row={lanes.indexOf(tick.lane)}
      tabStop={tick === first}
    />
  ))
})

/** Below what the search finds; a screen reader goes from match to match and hears each. */
export const FoundTicks = memo(function FoundTicks({ ticks, lanes }: TimelineTicksProps) {
  return ticks.map(({ seq, lane, kind, place }) => (
    <span
      key={`${seq} ${lane} ${kind}`}
      className="timeline-found"
      data-found
      style={{ '--place': place, '--row': lanes.indexOf(lane) } as CSSProperties}
    />
  ))
})

interface TickProps {
  readonly tick: DrawnTick
  readonly row: number
  readonly tabStop: boolean
}

const Tick = memo(function Tick({ tick, row, tabStop }: TickProps) {
  const { number } = usePhrases()
  const page = usePage()
  const showStepOf = usePlayback((state) => state.showStepOf)
  const chosen = usePlayback(({ selection }) => {
    const { chosen, indexes } = page.projections
    return chosen(selection).some((seq) => isAmong(tick, seq, indexes.timeline.of(seq)))
  })
  const nameOf = useTickName()
  const place = { '--place': tick.place, '--row': row } as CSSProperties
  if (!tick.passes) return <span className="timeline-hidden" style={place} />
  const { indexes } = page.projections
  const marker = tick.lane === 'marks' ? indexes.markers.of(tick.seq) : null
  const traits = indexes.traits.of(tick.seq)
  const isClient = tick.lane.startsWith('client:')
  const owner = marker === null ? (isClient ? (traits?.owner ?? null) : null) : marker.client
  const name = nameOf(tick)
  return (
    <button
      type="button"
      className="timeline-tick"
      data-seq={tick.seq}
      data-row={row}
      data-hue={clientHue(owner)}
      data-kind={tick.kind}
      data-marker={marker?.kind}
      data-pill={tick.pill ?? undefined}
      data-dot={(tick.pill === null && marker === null && (!isClient || tick.kind === 'heart-beat')) || undefined}
      aria-label={name}
      aria-current={chosen}
      title={name}
      tabIndex={tabStop ? 0 : -1}
      style={place}
      onClick={() => showStepOf(tick.seq)}
    >
      {tick.pill === null ? (
        <>
          {marker !== null && <MarkerIcon kind={marker.kind} />}
          {isClient && tick.kind !== 'heart-beat' && <TickShape shape={traits?.shape ?? 'event'} />}
          {tick.count > 1 && tick.kind !== 'heart-beat' && (
            <span className="timeline-count">×{number(tick.count)}</span>
          )}
        </>
      ) : tick.pill === 'wide' ? (
        `♥ ×${number(tick.count)}`
      ) : (
        '♥'
      )}
    </button>
  )
})

/** Whether a drawn tick stands for an event, alone or with others. */
const isAmong = ({ lane, kind, seq: first, last }: DrawnTick, seq: number, tick: TimelineTick | undefined): boolean =>
  first <= seq && seq <= last && tick?.kind === kind && tick.lanes.includes(lane)

function useTickName(): (tick: DrawnTick) => string {
  const { t, number } = usePhrases()
  const { projections, trace } = usePage()
  const laneName = useLaneName()
  const markerName = useMarkerName()
  return ({ lane, kind, seq, at, count }) => {
    const seconds = number(at / 1000, 'up-to-thousandths')
    if (kind === 'heart-beat') return t('timeline.folded', { lane: laneName(lane), count: number(count), seconds })
    const marker = lane === 'marks' ? projections.indexes.markers.of(seq) : null
    const event = trace.log.at(seq)
    const label = projections.indexes.traits.of(seq)?.label ?? ''
    const what = marker === null ? label || (event?.type ?? '') : markerName(marker)
    const phrase = count > 1 ? 'timeline.ticks' : 'timeline.tick'
    return t(phrase, { lane: laneName(lane), what, count: number(count), seconds })
  }
}

function useMarkerName(): (marker: TimelineMarker) => string {
  const { t } = usePhrases()
  const { trace } = usePage()
  return ({ seq, kind, client }) => {
    const event = trace.log.at(seq)
    const fault = event?.type === 'fault.changed' ? t(`faults.name-${event.fault}`) : ''
    const label = event?.type === 'mark.added' ? event.label : ''
    const what = t(`timeline.marker-${kind}`, { fault, label })
    return client === null ? what : t('timeline.of-client', { client: clientName(client), what })
  }
}
