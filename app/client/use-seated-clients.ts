import type { ClientTag } from '#trace'
import { useTraceConnection } from '../playback/use-projection.ts'
import type { ClientState } from '../projection/lab-state.ts'
import { useLabNow } from './use-lab-now.ts'
import { useRosterClients } from './use-live-client.ts'

const NOBODY: readonly ClientState[] = []

/** Who has a place in the diagram from the start: this page's clients, or everybody in a recording. */
export function useSeatedClients(): readonly ClientTag[] {
  const isRecorded = useTraceConnection().connection === 'recorded'
  const own = useRosterClients()
  const recorded = useLabNow((lab) => (isRecorded ? lab.clients : NOBODY))
  return (isRecorded ? recorded : own).map(({ tag }) => tag)
}
