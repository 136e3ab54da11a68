import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Recordings, RecordingsState } from './recordings.ts'

export const RecordingsContext = createContext<Recordings | null>(null)

export function useRecordings(): Recordings {
  const recordings = useContext(RecordingsContext)
  if (recordings === null) throw new Error('useRecordings stands outside a RecordingsContext')
  return recordings
}

export function useRecordingsState(): RecordingsState {
  const recordings = useRecordings()
  return useSyncExternalStore(recordings.subscribe, () => recordings.state)
}
