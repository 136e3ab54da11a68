import { describe, expect, it } from 'vitest'
import { subscriptionRows } from './subscription-rows.ts'

describe('the subscription table', () => {
  it('has a row a destination with everybody who subscribed to it', () => {
    const held = [
      { session: '1', client: 'A', subscription: 'sub-0', destination: '/topic/greetings' },
      { session: '2', client: 'B', subscription: 'sub-0', destination: '/topic/greetings' },
    ]
    expect(subscriptionRows(held)).toEqual([
      {
        destination: '/topic/greetings',
        subscribers: [
          { client: 'A', session: '1', subscription: 'sub-0' },
          { client: 'B', session: '2', subscription: 'sub-0' },
        ],
      },
    ])
  })
})
