import type { StoreApi } from 'zustand/vanilla'
import type { EventLog } from '#trace'
import { endpointPath, type LabAddress } from '../backend/lab-address.ts'
import { createLiveBackend, type LiveBackend } from '../backend/live.ts'
import type { PageClock } from '../backend/page-clock.ts'
import type { Page } from '../playback/page.ts'
import { type ClientDrafts, createClientDrafts } from './client-drafts.ts'
import { ClientRoster } from './client-roster.ts'
import { browserSockets } from './client-socket.ts'
import { type ClientTimers, createClientTimers, sockJsTimeout } from './client-timers.ts'
import { FramePairing, type PairedClient } from './frame-pairing.ts'
import type { GreetingInvitation } from './greeting-invitation.ts'

/** What a page has beside its trace when a lab runs behind it: the feed, and clients of its own. */
export interface LivePage {
  readonly address: LabAddress
  readonly backend: LiveBackend
  readonly roster: ClientRoster
  readonly drafts: StoreApi<ClientDrafts>
  readonly timers: StoreApi<ClientTimers>
  readonly pairing: FramePairing
  readonly invitation: GreetingInvitation
}

export interface LivePageOptions {
  readonly page: Page
  readonly address: LabAddress
  readonly clock: PageClock
  /** What this page calls itself, unlike every other. */
  readonly name: string
  readonly invite: (roster: ClientRoster) => GreetingInvitation
}

/** Nothing happens before `backend.start()`. */
export function createLivePage({ page, address, clock, name, invite }: LivePageOptions): LivePage {
  const backend = createLiveBackend(address.feed, page.trace, clock)
  const timers = createClientTimers()
  const openSocket = browserSockets({
    webSocketUrl: () => address.webSocket(endpointPath(backend.hello, 'webSocket')),
    sockJsUrl: () => address.http(endpointPath(backend.hello, 'sockJs')),
    sockJsTimeout: () => sockJsTimeout(timers.getState()),
  })
  const roster = new ClientRoster(backend, openSocket, name)
  const pairing = new FramePairing()
  keepPaired(page, backend, roster, pairing)
  return {
    address,
    backend,
    roster,
    drafts: createClientDrafts(),
    timers,
    pairing,
    invitation: invite(roster),
  }
}

function keepPaired({ trace }: Page, backend: LiveBackend, roster: ClientRoster, pairing: FramePairing): void {
  let paired: { readonly log: EventLog; readonly epoch: string; readonly next: number } | null = null
  const clients = (): readonly PairedClient[] =>
    roster.clients.map(({ tag, connection, frames }) => ({ tag, connection, rows: frames.state.rows }))
  backend.onHello(({ epoch, first, next }) => {
    const { log } = trace
    if (paired?.log === log) return
    // A recording may have been shown meanwhile: the same life of the lab goes on where it was left.
    const isLeftOff = paired?.epoch === epoch && first <= paired.next
    // At first nothing of the past is ours; later our clients may have been quicker than the feed.
    if (!isLeftOff) pairing.begin(paired === null ? next : log.first, clients())
    paired = { log, epoch, next: log.next }
  })
  trace.subscribe(() => {
    if (paired?.log !== trace.log) return
    pairing.follow(trace.log, clients())
    paired = { ...paired, next: trace.log.next }
  })
}
