import type { LivePage } from '../client/live-page.ts'
import type { Page } from '../playback/page.ts'
import type { Composer } from './composer-context.ts'
import { createComposerStore } from './composer-store.ts'
import { MessagePairing } from './message-pairing.ts'
import { RawClient } from './raw-client.ts'

export interface ComposerPorts {
  readonly live: Pick<LivePage, 'address' | 'backend' | 'roster'>
  readonly trace: Page['trace']
}

export function createRawClient({ live, trace }: ComposerPorts): RawClient {
  return new RawClient({
    openSocket: (path, tag, protocols) => {
      const url = live.address.webSocket(path)
      return new WebSocket(`${url}${url.includes('?') ? '&' : '?'}client=${encodeURIComponent(tag)}`, [...protocols])
    },
    claimLetter: () => live.roster.lendLetter(),
    now: () => live.backend.labTime(),
    next: () => trace.log.next,
  })
}

/** The frame composer of a page: its draft, its socket, and which messages the trace knows. */
export function createComposer(ports: ComposerPorts): Composer {
  const draft = createComposerStore()
  const client = createRawClient(ports)
  const pairing = new MessagePairing()
  // A scenario that opens it shows what it does.
  client.subscribe(() => {
    if (client.state.connection > 0 && !draft.getState().shown) draft.getState().change({ shown: true })
  })
  ports.trace.subscribe(() => {
    const { tag, connection, since } = client.state
    if (tag !== null) pairing.follow(ports.trace.log, tag, connection, since)
  })
  return { draft, client, pairing }
}
