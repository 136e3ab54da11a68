import { describe, expect, it } from 'vitest'
import { type TraceEvent, TraceRing } from '#trace'
import { FramePairing, type PairedClient } from './frame-pairing.ts'
import type { FrameRow } from './frame-row.ts'

function row(
  number: number,
  connection: number,
  direction: FrameRow['direction'],
  command: string,
  octets = 10,
): FrameRow {
  return { number, connection, direction, at: 0, command, text: '', octets }
}

function log(
  ...facts: readonly (readonly [session: string, direction: FrameRow['direction'], command: string, length?: number])[]
) {
  const ring = new TraceRing()
  for (const [session, direction, command, length = 10] of facts) {
    const event: TraceEvent = {
      seq: ring.next,
      at: 0,
      cause: null,
      client: 'A',
      session,
      thread: null,
      type: direction === 'to-server' ? 'stomp.frame-decoded' : 'stomp.frame-encoded',
      station: 'stompSubProtocolHandler',
      frame: { command, headers: [], body: { text: '' }, bodyLength: 0, length, spans: [] },
    }
    ring.append(event, 1)
  }
  return ring
}

const card = (connection: number, ...rows: readonly FrameRow[]): PairedClient => ({ tag: 'A', connection, rows })

describe('the facts of the rows of a card', () => {
  it('are those with the same direction, command and length, in order', () => {
    const sends = [
      row(0, 1, 'to-server', 'SEND'),
      row(1, 1, 'to-server', 'SEND', 12),
      row(2, 1, 'to-client', 'MESSAGE'),
    ]
    const pairing = new FramePairing()
    pairing.begin(0, [])
    pairing.follow(log(['s', 'to-server', 'SEND', 12], ['s', 'to-client', 'MESSAGE'], ['s', 'to-server', 'SEND']), [
      card(1, ...sends),
    ])
    expect(sends.map((sent) => pairing.seqOf(sent))).toEqual([2, 0, 1])
  })

  it('come later than the rows and are then found', () => {
    const connect = row(0, 1, 'to-server', 'CONNECT')
    const pairing = new FramePairing()
    pairing.begin(0, [])
    pairing.follow(log(), [card(1, connect)])
    expect(pairing.seqOf(connect)).toBeNull()
    pairing.follow(log(['s', 'to-server', 'CONNECT']), [card(1, connect)])
    expect(pairing.seqOf(connect)).toBe(0)
  })

  it('are never those of another session', () => {
    const first = row(0, 1, 'to-server', 'CONNECT')
    const second = row(1, 2, 'to-server', 'CONNECT')
    const pairing = new FramePairing()
    pairing.begin(0, [])
    pairing.follow(log(['one', 'to-server', 'CONNECT'], ['two', 'to-server', 'CONNECT']), [card(2, first, second)])
    expect([pairing.seqOf(first), pairing.seqOf(second)]).toEqual([0, 1])
  })

  it('are not those that happened before the page came', () => {
    const connect = row(0, 1, 'to-server', 'CONNECT')
    const pairing = new FramePairing()
    pairing.begin(1, [])
    pairing.follow(log(['old', 'to-server', 'CONNECT'], ['new', 'to-server', 'CONNECT']), [card(1, connect)])
    expect(pairing.seqOf(connect)).toBe(1)
  })

  it('of a new life of the lab belong to the connection of now', () => {
    const dead = row(0, 1, 'to-server', 'CONNECT')
    const alive = row(1, 2, 'to-server', 'CONNECT')
    const pairing = new FramePairing()
    pairing.begin(0, [card(2, dead, alive)])
    pairing.follow(log(['s', 'to-server', 'CONNECT']), [card(2, dead, alive)])
    expect([pairing.seqOf(dead), pairing.seqOf(alive)]).toEqual([null, 0])
  })
})
