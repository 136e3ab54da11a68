import { expect, test } from 'vitest'
import { configurationPrice } from './configuration-price.ts'

const session = (id: string, client: string | null) => ({
  id,
  client,
  transport: 'websocket',
  user: null,
  connected: true,
})

/** A page with two cards, of which only the first reconnects, and the frame composer. */
const own = {
  owns: (tag: string) => ['A', 'B', 'C'].includes(tag),
  clients: [
    { tag: 'A', reconnects: true },
    { tag: 'B', reconnects: false },
  ],
}

test('a session is of who reconnects, of who stays away, or from elsewhere', () => {
  const sessions = [session('1', 'A'), session('2', 'B'), session('3', 'C'), session('4', 'Me'), session('5', null)]
  expect(configurationPrice(sessions, own)).toEqual({
    sessions: 5,
    returning: ['A'],
    staying: ['B', 'C'],
    elsewhere: 2,
  })
})

test('who has no session loses none', () => {
  expect(configurationPrice([], own)).toEqual({ sessions: 0, returning: [], staying: [], elsewhere: 0 })
})
