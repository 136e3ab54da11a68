import { createContext, type ReactNode, useContext } from 'react'
import type { Page } from './page.ts'

const PageContext = createContext<Page | null>(null)

/** Everything below it shows this log at this cursor. */
export function PlaybackProvider({ page, children }: { readonly page: Page; readonly children: ReactNode }): ReactNode {
  return <PageContext value={page}>{children}</PageContext>
}

export function usePage(): Page {
  const page = useContext(PageContext)
  if (page === null) throw new Error('usePage stands outside a PlaybackProvider')
  return page
}
