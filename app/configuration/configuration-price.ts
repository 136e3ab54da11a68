import type { ClientTag } from '#trace'
import type { SessionState } from '../projection/lab-state.ts'

/** What applying a configuration costs: every session ends, and who had it comes back or does not. */
export interface ConfigurationPrice {
  readonly sessions: number
  readonly returning: readonly ClientTag[]
  /** Of this page, and not connected again unless somebody does it. */
  readonly staying: readonly ClientTag[]
  /** Sessions of other pages and programs. */
  readonly elsewhere: number
}

/** As much of a page's clients as tells what they will do. */
export interface OwnClients {
  owns(tag: ClientTag): boolean
  readonly clients: readonly { readonly tag: ClientTag; readonly reconnects: boolean }[]
}

/** @param sessions those of now */
export function configurationPrice(sessions: readonly SessionState[], own: OwnClients): ConfigurationPrice {
  const tags = sessions.flatMap(({ client }) => (client !== null && own.owns(client) ? [client] : []))
  const reconnects = (tag: ClientTag) => own.clients.some((client) => client.tag === tag && client.reconnects)
  return {
    sessions: sessions.length,
    returning: tags.filter(reconnects),
    staying: tags.filter((tag) => !reconnects(tag)),
    elsewhere: sessions.length - tags.length,
  }
}
