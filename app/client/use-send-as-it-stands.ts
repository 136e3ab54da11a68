import { useCallback } from 'react'
import type { ClientTag } from '#trace'
import { useLivePage } from './live-page-context.tsx'

/** Sends a text through the open socket of a client of this page; says whether there was one. */
export function useSendAsItStands(): (client: ClientTag, text: string) => boolean {
  const { roster } = useLivePage()
  return useCallback(
    (client, text) => roster.clients.find(({ tag }) => tag === client)?.sendAsItStands(text) ?? false,
    [roster],
  )
}
