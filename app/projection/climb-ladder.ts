import type { ClientTag, TraceEventOf } from '#trace'
import type { LadderEnd, LadderRung, LadderState, LadderTimer } from './ladder-state.ts'
import { transportOfName } from './sockjs-transport.ts'

/** sockjs-client's own code for a transport that its limit has ended. */
const TIMED_OUT = 2007

type Report = TraceEventOf<'client.reported'>
type ReportOf<R extends Report['report']> = Extract<Report, { readonly report: R }>

/** @param reason as the client reports it */
export function isTimeOut(reason: string): boolean {
  return Number.parseInt(reason, 10) === TIMED_OUT
}

export function newLadder(client: ClientTag, seq: number, wanted: string | null): LadderState {
  return { client, seq, wanted, info: null, rungs: [], timers: [], outcome: 'climbing', closeCode: null }
}

export function newRung(transport: string, seq: number, triedAt: number): LadderRung {
  return {
    transport,
    seq,
    reported: false,
    triedAt,
    deadline: null,
    requested: null,
    address: null,
    status: null,
    refusal: null,
    end: null,
  }
}

/** The rung that the client stands on. */
export function pendingRung(ladder: LadderState): LadderRung | undefined {
  const last = ladder.rungs.at(-1)
  return last?.end === null ? last : undefined
}

export function withLastRung(ladder: LadderState, change: Partial<LadderRung>): LadderState {
  const last = ladder.rungs.at(-1)
  return last === undefined ? ladder : withRungChanged(ladder, last, change)
}

function withRungChanged(ladder: LadderState, changed: LadderRung, change: Partial<LadderRung>): LadderState {
  const { seq } = changed
  return { ...ladder, rungs: ladder.rungs.map((rung) => (rung.seq === seq ? { ...rung, ...change } : rung)) }
}

/** The newest try of a transport that the client told of. */
function toldRung({ rungs }: LadderState, transport: string): LadderRung | undefined {
  return rungs.findLast((rung) => rung.reported && rung.transport === transport)
}
/** Ends the rung that the client stands on, if any. */
export function endRung(ladder: LadderState, end: LadderEnd): LadderState {
  return pendingRung(ladder) === undefined ? ladder : withLastRung(ladder, { end })
}

/** The client went on to another transport: also where the server, but not the client, took the last one for open. */
export function withRung(ladder: LadderState, rung: LadderRung): LadderState {
  const last = ladder.rungs.at(-1)
  const isLeft = last?.end === null || (last?.end.kind === 'opened' && !last.reported)
  const left = isLeft ? withLastRung(ladder, { end: { kind: 'failed', at: rung.triedAt, reason: null } }) : ladder
  return { ...left, outcome: 'climbing', rungs: [...left.rungs, rung] }
}

/** Its requests may have come before the client's word, and the server may have taken one of them for a connection. */
export function tried(ladder: LadderState, event: ReportOf<'transport-tried'>): LadderState {
  const { transport, at, seq } = event
  const known = ladder.rungs.find((rung) => !rung.reported && hasSameUrl(rung.transport, transport))
  const rung = known ?? newRung(transport, seq, at)
  const reached = known === undefined ? withRung(ladder, rung) : ladder
  const due = event.deadline === null ? null : rung.triedAt + event.deadline
  const timers = due === null ? ladder.timers : [...ladder.timers, { transport, due }]
  const informed = event.roundTrip === undefined ? reached : withRoundTrip(reached, event.roundTrip, at)
  const end = rung.end?.kind === 'opened' ? null : rung.end
  const told = { transport, reported: true, deadline: earliest(timers), end }
  return withRungChanged({ ...informed, timers, outcome: 'climbing' }, rung, told)
}

export function failed(ladder: LadderState, event: ReportOf<'transport-failed'>): LadderState {
  const { at, reason } = event
  const rung = toldRung(ladder, event.transport)
  const timer = earliest(ladder.timers)
  if (rung === undefined) return ladder
  if (!isTimeOut(reason) || timer === null)
    return withRungChanged(ladder, rung, { end: { kind: 'failed', at, reason } })
  const timers = ladder.timers.filter((set) => set !== timer)
  return withRungChanged({ ...ladder, timers }, rung, { end: { kind: 'timed-out', at, timer: timer.transport } })
}

/** The client's word for it. */
export function reportedOpen(ladder: LadderState, event: ReportOf<'transport-opened'>): LadderState {
  const rung = toldRung(ladder, event.transport)
  if (rung === undefined) return ladder
  const opened = withRungChanged(ladder, rung, { end: { kind: 'opened', at: event.at } })
  return { ...opened, outcome: 'open', timers: [] }
}

/** For the server it is open. */
export function opened(ladder: LadderState, at: number): LadderState {
  return { ...endRung(ladder, { kind: 'opened', at }), outcome: 'open', timers: [] }
}

export function closed(ladder: LadderState, event: ReportOf<'closed'>): LadderState {
  if (ladder.outcome !== 'climbing') return ladder
  const { at, code, reason } = event
  const ended = endRung(ladder, { kind: 'failed', at, reason: `${code} ${reason}`.trimEnd() })
  return { ...ended, outcome: 'failed', closeCode: code, timers: [] }
}

function withRoundTrip(ladder: LadderState, took: number, at: number): LadderState {
  const info = ladder.info ?? { requested: null, askedAt: at - took, status: null, took: null }
  return { ...ladder, info: { ...info, took } }
}

/** An `iframe-` transport asks for the same URL as the one inside of it. */
export function hasSameUrl(one: string, other: string): boolean {
  return segmentOf(one) === segmentOf(other)
}

function segmentOf(transport: string): string {
  return transportOfName(transport)?.segment ?? transport
}

function earliest(timers: readonly LadderTimer[]): LadderTimer | null {
  return timers.reduce<LadderTimer | null>(
    (first, timer) => (first === null || timer.due < first.due ? timer : first),
    null,
  )
}
