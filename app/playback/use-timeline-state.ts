import { useStore } from 'zustand'
import { usePage } from './playback-context.tsx'
import type { TimelineActions, TimelineState } from './timeline-store.ts'

/** A part of what the person wants to see of the log over time. */
export function useTimelineState<T>(selector: (state: TimelineState & TimelineActions) => T): T {
  return useStore(usePage().timeline, selector)
}
