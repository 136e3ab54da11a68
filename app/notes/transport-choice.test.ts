import { describe, expect, test } from 'vitest'
import { DEMANDS, type Demands, transportFor } from './transport-choice.ts'

const CHAT: Demands = { freshness: 'at-once', rate: 'some', direction: 'both', network: 'internet' }

describe('the least transport that does what is asked for', () => {
  test.each<[string, Partial<Demands>, string]>([
    ['a status page that may be minutes late', { freshness: 'minutes', rate: 'rare', direction: 'down' }, 'polling'],
    ['a drawing board of many', { rate: 'many' }, 'WebSocket'],
    ['a chat behind a proxy that takes the upgrade away', { network: 'strict' }, 'SockJS'],
    ['prices that only come', { rate: 'many', direction: 'down' }, 'EventSource'],
    ['prices behind a proxy that holds streams back', { direction: 'down', network: 'strict' }, 'long polling'],
    ['a feed with a button now and then', { direction: 'mostly-down' }, 'EventSource'],
    ['both ways, but hardly ever', { rate: 'rare' }, 'EventSource'],
  ])('%s', (_what, change, transport) => {
    expect(transportFor({ ...CHAT, ...change }).take).toBe(transport)
  })

  test('is never a WebSocket for what may wait, or comes one way only', () => {
    for (const network of DEMANDS.network)
      for (const rate of DEMANDS.rate) {
        for (const direction of DEMANDS.direction)
          expect(transportFor({ freshness: 'minutes', rate, direction, network }).take).toBe('polling')
        for (const freshness of DEMANDS.freshness)
          expect(transportFor({ freshness, rate, direction: 'down', network }).take).not.toMatch(/WebSocket|SockJS/)
      }
  })
})
