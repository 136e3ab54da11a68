import { shallow } from 'zustand/vanilla/shallow'
import type { AnimationClock } from '../trace/animation-clock.ts'
import { TraceStore } from '../trace/trace-store.ts'
import { createFrameflowInspection, type FrameflowInspection } from './frameflow-inspection.ts'
import { stopAfter } from './marker-stops.ts'
import type { PlaybackState } from './playback-state.ts'
import { createPlaybackStore, type PlaybackStore } from './playback-store.ts'
import { startPlayer } from './player.ts'
import { Projections } from './projections.ts'
import { createTimelineStore, type TimelineStore } from './timeline-store.ts'
import { createTokensSource, type TokensSource } from './tokens-source.ts'
import { ViewCadence } from './view-cadence.ts'

/** One log with one cursor, and everything that can be shown of it. */
export interface Page {
  readonly trace: TraceStore
  readonly playback: PlaybackStore
  readonly timeline: TimelineStore
  /** Of the log as it is now. */
  readonly projections: Projections
  readonly tokens: TokensSource
  /** When the views look at all of this again. */
  readonly views: ViewCadence
  readonly inspection: FrameflowInspection
  close(): void
}

export interface PageOptions {
  readonly clock: AnimationClock
  readonly reducedMotion: boolean
}

export function createPage({ clock, reducedMotion }: PageOptions): Page {
  const trace = new TraceStore(clock)
  let current = { log: trace.log, projections: new Projections(trace.log) }

  const projections = (): Projections => {
    if (current.log !== trace.log) current = { log: trace.log, projections: new Projections(trace.log) }
    current.projections.indexes.catchUp()
    return current.projections
  }

  const played = {
    indexes: () => projections().indexes,
    get generation() {
      return trace.status.generation
    },
    get history() {
      return trace.history
    },
    get complete() {
      return trace.status.connection === 'recorded'
    },
    pauseAfter: (cursor: number) =>
      timeline.getState().pausesAtMarkers
        ? stopAfter({ projections: projections(), playback, timeline }, cursor)
        : null,
  }
  const playback = createPlaybackStore(played, reducedMotion)
  const timeline = createTimelineStore({
    indexes: () => projections().indexes,
    cursor: () => playback.getState().cursor,
  })
  const views = new ViewCadence(clock, () => projections().indexes.schedule.busy)
  const stopViews = playback.subscribe((state, before) => {
    if (happenedByItself(state, before)) views.ask()
    else views.look()
  })
  const stopSync = trace.subscribe(() => {
    if (playback.getState().generation !== trace.status.generation) timeline.getState().forget()
    playback.getState().sync()
    views.ask()
  })
  const stopPlayer = startPlayer(clock, playback)

  return {
    trace,
    playback,
    timeline,
    get projections() {
      return projections()
    },
    tokens: createTokensSource(playback, projections, views),
    views,
    inspection: createFrameflowInspection(trace, playback, projections),
    close() {
      stopPlayer()
      stopSync()
      stopViews()
      views.close()
      trace.close()
    },
  }
}

/** Time passed or the log grew; everything else is somebody's doing, who waits for it. */
function happenedByItself(state: PlaybackState, before: PlaybackState): boolean {
  const { displayTime, live, moving, cursor, announcement } = before
  return shallow({ ...state, displayTime, live, moving, cursor, announcement }, before)
}
