import { describe, expect, it } from 'vitest'
import { watchAttempts } from './sockjs-attempts.ts'

/** The part of sockjs-client 1.6.1 that goes through its transports. */
function sockJs(names: readonly string[], { timeout = 0, rto = 310 } = {}) {
  const left = [...names]
  return {
    _timeout: timeout,
    _rto: rto,
    readyState: 0,
    _transport: undefined as { transportName: string; constructor: { roundTrips?: number } } | null | undefined,
    _connect() {
      const name = left.shift()
      if (name !== undefined) this._transport = { transportName: name, constructor: { roundTrips: 2 } }
    },
    _transportClose(code: number, _reason: string) {
      this._transport = null
      if (this.readyState === 0 && code !== 2000) this._connect()
    },
  }
}

function heard(socket: object): readonly unknown[] {
  const attempts: unknown[] = []
  watchAttempts(socket, {
    tried: (transport, deadline) => attempts.push([transport, deadline]),
    failed: (transport, reason) => attempts.push([transport, reason]),
  })
  return attempts
}

describe('the transports that sockjs-client tries', () => {
  it('are heard of in order, each with its deadline and its end', () => {
    const socket = sockJs(['websocket', 'xhr-streaming'])
    const attempts = heard(socket)
    socket._connect()
    socket._transportClose(2007, 'Transport timed out')
    expect(attempts).toEqual([
      ['websocket', 620],
      ['websocket', '2007 Transport timed out'],
      ['xhr-streaming', 620],
    ])
  })

  it('are none where the service offers none of those that are allowed', () => {
    const socket = sockJs([])
    const attempts = heard(socket)
    socket._connect()
    socket._transportClose(2000, 'All transports failed')
    expect(attempts).toEqual([])
  })

  it('have at least the deadline of the option `timeout`', () => {
    const socket = sockJs(['websocket'], { timeout: 4000 })
    const attempts = heard(socket)
    socket._connect()
    expect(attempts).toEqual([['websocket', 4000]])
  })

  it.each([
    [312, 12],
    [400, 100],
    [440, 110],
  ])('tell the round trip of /info that an rto of %i ms was reckoned from', (rto, roundTrip) => {
    const socket = sockJs(['websocket'], { rto })
    const heardOf: (number | undefined)[] = []
    watchAttempts(socket, { tried: (_transport, _deadline, trip) => heardOf.push(trip), failed: () => undefined })
    socket._connect()
    expect(heardOf).toEqual([roundTrip])
  })

  it('have not failed when an open connection ends', () => {
    const socket = sockJs(['websocket'])
    const attempts = heard(socket)
    socket._connect()
    socket.readyState = 1
    socket._transportClose(1006, 'gone')
    expect(attempts).toHaveLength(1)
  })

  it('stay unheard of in another version that has no such inside', () => {
    expect(heard({})).toEqual([])
  })
})
