import { useMemo, useSyncExternalStore } from 'react'
import { displayLag } from '../projection/display-lag.ts'
import type { LabState } from '../projection/lab-state.ts'
import type { Sentence } from '../projection/sentence.ts'
import type { TravelledEdge } from '../projection/travelled-edges.ts'
import type { TraceStatus } from '../trace/trace-store.ts'
import { usePage } from './playback-context.tsx'
import type { PlaybackActions, PlaybackState } from './playback-state.ts'
import type { MessageRoute } from './projections.ts'
import type { TokensSource } from './tokens-source.ts'

/**
 * A part of the playback, or of what it shows.
 * @param selector must return a part, not something made of parts: it is compared by identity
 */
export function usePlayback<T>(selector: (state: PlaybackState & PlaybackActions) => T): T {
  const { playback, views } = usePage()
  return useSyncExternalStore(views.subscribe, () => selector(playback.getState()))
}

/** What the diagram shows at the cursor. */
export function useLabState(): LabState {
  const page = usePage()
  return usePlayback(({ cursor }) => page.projections.labStateAt(cursor))
}

/** The sentence over the diagram. Heart-beats and timers speak only when they are stepped to. */
export function useCaption(): Sentence {
  const page = usePage()
  return usePlayback(({ cursor, following, announcement }) => {
    if (announcement !== null) return announcement
    const { projections } = page
    if (following && !page.views.calm) return projections.unhurriedCaptionAt(cursor)
    return projections.captionAt(cursor, following ? projections.tellingStepAt(cursor) : undefined)
  })
}

/** The message that the cursor shows, step by step. */
export function useRoute(): MessageRoute {
  const page = usePage()
  return usePlayback(({ cursor }) => page.projections.routeAt(cursor))
}

/** Where the message that the cursor shows has been. */
export function useTravelledEdges(): readonly TravelledEdge[] {
  const page = usePage()
  return usePlayback(({ cursor }) => page.projections.travelledAt(cursor))
}

export interface StepPosition {
  readonly position: number
  readonly total: number
  /** The smallest position that can be shown: what was before it is evicted. */
  readonly first: number
}

export function useSteps(): StepPosition {
  const page = usePage()
  const position = usePlayback(({ cursor }) => page.projections.indexes.steps.stepsAt(cursor))
  const total = usePlayback(() => page.projections.indexes.steps.total)
  const first = usePlayback(() => page.projections.indexes.steps.before)
  return useMemo(() => ({ position, total, first }), [position, total, first])
}

/** Steps after the cursor while it does not follow. */
export function useNewSteps(): number {
  const following = usePlayback((state) => state.following)
  const { position, total } = useSteps()
  return following ? 0 : total - position
}

export type StateChip =
  | { readonly kind: 'live' }
  | { readonly kind: 'behind'; readonly steps: number }
  | { readonly kind: 'recorded' }

export function useStateChip(): StateChip {
  const { connection } = useTraceConnection()
  const following = usePlayback((state) => state.following)
  const steps = useNewSteps()
  return useMemo(() => {
    if (connection === 'recorded') return { kind: 'recorded' }
    return following ? { kind: 'live' } : { kind: 'behind', steps }
  }, [connection, following, steps])
}

/** How far what is shown is behind the log, in tenths of a second; 0 where it is not, or does not follow it. */
export function useDisplayLag(): number {
  const page = usePage()
  return usePlayback(({ cursor, following }) =>
    following ? Math.round(displayLag(page.projections.indexes, cursor) / 100) : 0,
  )
}

const SHOWN_TICKS = 200

/** Step positions at which the newest messages begin. */
export function useMessageTicks(): readonly number[] {
  const page = usePage()
  const messages = usePlayback(() => page.projections.indexes.messages.total)
  const first = usePlayback(() => page.projections.indexes.steps.before)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ticks change with these two numbers
  return useMemo(() => {
    const { messages, steps } = page.projections.indexes
    return messages
      .beginnings()
      .slice(-SHOWN_TICKS)
      .flatMap((seq) => steps.stepOf(seq) ?? [])
  }, [page, messages, first])
}

/** Milliseconds of the lab: at the cursor, and at the log's end. */
export function useCursorTime(): { readonly at: number; readonly end: number } {
  const page = usePage()
  const at = usePlayback(({ cursor }) => page.trace.log.at(cursor - 1)?.at ?? 0)
  const end = usePlayback(() => page.trace.log.at(page.trace.log.next - 1)?.at ?? 0)
  return useMemo(() => ({ at, end }), [at, end])
}

export function useTraceConnection(): TraceStatus {
  const { trace, views } = usePage()
  return useSyncExternalStore(views.subscribe, () => trace.status)
}

export function useTokensSource(): TokensSource {
  return usePage().tokens
}
