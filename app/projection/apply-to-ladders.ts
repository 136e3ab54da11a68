import type { ClientTag, EventLog, TraceEvent, TraceEventOf } from '#trace'
import { causingRequest } from './causing-request.ts'
import {
  closed,
  endRung,
  failed,
  hasSameUrl,
  newLadder,
  newRung,
  opened,
  pendingRung,
  reportedOpen,
  tried,
  withLastRung,
  withRung,
} from './climb-ladder.ts'
import type { LadderState } from './ladder-state.ts'
import { isInfoPath, sockJsAddress } from './sockjs-address.ts'
import { transportOfName, transportOfSegment } from './sockjs-transport.ts'

type Ladders = readonly LadderState[]

/**
 * What an event tells about the ladders. Both sides tell: the client's reports and its requests come over different
 * connections, in either order. Where nothing changes the same list comes back.
 */
export function applyToLadders(ladders: Ladders, event: TraceEvent, log: EventLog): Ladders {
  const { client } = event
  if (client === null) return ladders
  const before = ladders.find((ladder) => ladder.client === client) ?? null
  const after = ladderAfter(before, client, event, log)
  if (after === before || after === null) return ladders
  return before === null ? [...ladders, after] : ladders.map((ladder) => (ladder === before ? after : ladder))
}

function ladderAfter(
  ladder: LadderState | null,
  client: ClientTag,
  event: TraceEvent,
  log: EventLog,
): LadderState | null {
  switch (event.type) {
    case 'client.reported':
      return afterReport(ladder, client, event)
    case 'http.requested':
      return isInfoPath(event.path) ? afterInfoRequest(ladder, client, event) : afterRequest(ladder, client, event)
    case 'handshake.decided':
      return event.accepted ? ladder : afterRefusal(ladder, event, log)
    case 'http.responded':
      return afterResponse(ladder, event, log)
    case 'sockjs.session-opened':
      return afterSessionOpened(ladder, client, event)
    default:
      return ladder
  }
}

function afterReport(
  ladder: LadderState | null,
  client: ClientTag,
  event: TraceEventOf<'client.reported'>,
): LadderState | null {
  switch (event.report) {
    case 'connecting':
      // Its requests were quicker than its word: of a client that reports, every other ladder knows what it wanted.
      return ladder !== null && ladder.wanted === null && ladder.info !== null
        ? { ...ladder, wanted: event.transport, outcome: 'climbing' }
        : newLadder(client, event.seq, event.transport)
    case 'transport-tried':
      return tried(ladder ?? newLadder(client, event.seq, null), event)
    case 'transport-failed':
      return ladder && failed(ladder, event)
    case 'transport-opened':
      return ladder && reportedOpen(ladder, event)
    case 'closed':
      return ladder && closed(ladder, event)
    default:
      return ladder
  }
}

function afterInfoRequest(
  ladder: LadderState | null,
  client: ClientTag,
  event: TraceEventOf<'http.requested'>,
): LadderState | null {
  if (event.method !== 'GET') return ladder
  const asks = ladder?.outcome === 'climbing' && ladder.rungs.length === 0 && ladder.info === null
  const info = { requested: event.seq, askedAt: event.at, status: null, took: null }
  return { ...(asks ? ladder : newLadder(client, event.seq, null)), info }
}

/** The first request of a SockJS session is a try; the ones that follow are of a connection that stands. */
function afterRequest(
  ladder: LadderState | null,
  client: ClientTag,
  event: TraceEventOf<'http.requested'>,
): LadderState | null {
  const pending = ladder === null ? undefined : pendingRung(ladder)
  const address = sockJsAddress(event.path)
  if (address === null) return afterRawRequest(ladder, event)
  const transport = transportOfSegment(address.segment)
  const isKnown = ladder !== null && hasSession(ladder, address.session)
  if (transport === undefined || isKnown) return ladder
  const made = { requested: event.seq, address }
  if (ladder !== null && pending?.address === null && hasSameUrl(pending.transport, transport.name)) {
    return withLastRung(ladder, made)
  }
  const rung = { ...newRung(transport.name, event.seq, event.at), ...made }
  return withRung(ladder ?? newLadder(client, event.seq, null), rung)
}

/** A WebSocket without SockJS has nothing but its one request. */
function afterRawRequest(ladder: LadderState | null, event: TraceEventOf<'http.requested'>): LadderState | null {
  const pending = ladder === null ? undefined : pendingRung(ladder)
  const isRaw = pending?.requested === null && transportOfName(pending.transport) === undefined
  const asksForUpgrade = event.headers.some(([name]) => name.toLowerCase() === 'upgrade')
  return ladder !== null && isRaw && asksForUpgrade ? withLastRung(ladder, { requested: event.seq }) : ladder
}

function afterRefusal(
  ladder: LadderState | null,
  event: TraceEventOf<'handshake.decided'>,
  log: EventLog,
): LadderState | null {
  const refusal = event.checks.find(({ outcome }) => outcome === 'failed')?.check ?? null
  return isOfLastRung(ladder, causingRequest(log, event)?.seq) ? withLastRung(ladder, { refusal }) : ladder
}

function afterResponse(
  ladder: LadderState | null,
  event: TraceEventOf<'http.responded'>,
  log: EventLog,
): LadderState | null {
  const request = causingRequest(log, event)?.seq
  if (ladder === null || request === undefined) return ladder
  const { info } = ladder
  if (info !== null && info.requested === request) {
    return { ...ladder, info: { ...info, status: event.status, took: info.took ?? event.at - info.askedAt } }
  }
  if (!isOfLastRung(ladder, request)) return ladder
  const answered = withLastRung(ladder, { status: event.status })
  // Who reports says itself when it gives up.
  const isSilent = pendingRung(ladder)?.reported === false
  return isSilent && event.status >= 400 ? endRung(answered, { kind: 'failed', at: event.at, reason: null }) : answered
}

/** For the server it is open; a client that reports says so itself. */
function afterSessionOpened(
  ladder: LadderState | null,
  client: ClientTag,
  event: TraceEventOf<'sockjs.session-opened'>,
): LadderState | null {
  const pending = ladder === null ? undefined : pendingRung(ladder)
  if (ladder !== null && pending?.address?.session === event.sessionId) {
    return pending.reported ? ladder : opened(ladder, event.at)
  }
  if (ladder !== null && hasSession(ladder, event.sessionId)) return ladder
  // Its request did not say whose it was.
  const { transport: segment, serverId: server, sessionId: session } = event
  const rung = newRung(transportOfSegment(segment)?.name ?? segment, event.seq, event.at)
  const known = { ...rung, address: { base: '', server, session, segment } }
  return opened(withRung(ladder ?? newLadder(client, event.seq, null), known), event.at)
}

function hasSession({ rungs }: LadderState, session: string): boolean {
  return rungs.some(({ address }) => address?.session === session)
}

function isOfLastRung(ladder: LadderState | null, request: number | undefined): ladder is LadderState {
  return request !== undefined && ladder?.rungs.at(-1)?.requested === request
}
