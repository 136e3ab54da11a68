import { createContext, type ReactNode, useContext } from 'react'
import { LabClockContext } from '../playback/lab-clock-context.ts'
import type { LivePage } from './live-page.ts'

const LivePageContext = createContext<LivePage | null>(null)

export function LivePageProvider({ live, children }: { readonly live: LivePage; readonly children: ReactNode }) {
  return (
    <LivePageContext value={live}>
      <LabClockContext value={live.backend}>{children}</LabClockContext>
    </LivePageContext>
  )
}

export function useLivePage(): LivePage {
  const live = useContext(LivePageContext)
  if (live === null) throw new Error('useLivePage needs a LivePageProvider above')
  return live
}
