import { usePage } from './playback-context.tsx'
import { usePlayback } from './use-projection.ts'

/**
 * Whether an event is what somebody chose, or about the same frame: each view shows what it has of it.
 *
 * @param seq null: one that the trace does not know
 */
export function useChosen(seq: number | null): boolean {
  const page = usePage()
  return usePlayback(({ selection }) => seq !== null && page.projections.chosen(selection).includes(seq))
}
