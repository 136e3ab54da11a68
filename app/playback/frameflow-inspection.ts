import type { TraceEvent } from '#trace'
import { tokensAt } from '../projection/tokens.ts'
import type { TraceStore } from '../trace/trace-store.ts'
import type { PlaybackStore } from './playback-store.ts'
import type { Projections } from './projections.ts'

/** `window.frameflow`: for the curious in the console and for tests; read-only but for the cursor. */
export interface FrameflowInspection {
  readonly version: 1
  events(from?: number, to?: number): readonly TraceEvent[]
  /** Events shown. */
  readonly cursor: number
  readonly following: boolean
  seek(cursor: number): void
  /** What the diagram shows at the cursor: equal cursors give deeply equal states. */
  state(): unknown
  /** Milliseconds of the playback's own clock; stands still when nothing plays. */
  readonly displayTime: number
  tokensAt(displayTime: number): readonly {
    readonly seq: number
    readonly edge: string
    readonly t: number
    readonly shape: string
    readonly client: string
  }[]
}

export function createFrameflowInspection(
  trace: TraceStore,
  playback: PlaybackStore,
  projections: () => Projections,
): FrameflowInspection {
  return {
    version: 1,
    events: (from = 0, to = trace.log.next) => trace.range(from, to),
    get cursor() {
      return playback.getState().cursor
    },
    get following() {
      return playback.getState().following
    },
    seek: (cursor) => playback.getState().seek(cursor),
    state: () => projections().labStateAt(playback.getState().cursor),
    get displayTime() {
      return playback.getState().displayTime
    },
    tokensAt: (displayTime) =>
      tokensAt(projections().indexes, displayTime, playback.getState().selection).map(
        ({ seq, edge, t, shape, client }) => ({
          seq,
          edge,
          t,
          shape,
          client,
        }),
      ),
  }
}
