import { describe, expect, it } from 'vitest'
import type { RouteItem } from '../projection/route-item.ts'
import { activePlaces } from './active-places.ts'

const item = (change: Partial<RouteItem>): RouteItem => ({
  seq: 0,
  station: 'clientInboundChannel',
  client: 'A',
  sentence: { key: 'none', params: {} },
  offers: [],
  state: 'here',
  ...change,
})

describe('the places at work', () => {
  it('are the channel and whoever took what it offered', () => {
    const offers: RouteItem['offers'] = [
      { handler: 'simpAnnotationMethodMessageHandler', answer: 'taken', sentence: null },
      { handler: 'simpleBrokerMessageHandler', answer: 'ignored', sentence: null },
    ]
    expect([...activePlaces([item({ offers })])]).toEqual([
      'clientInboundChannel',
      'simpAnnotationMethodMessageHandler',
    ])
  })

  it("are a client's own card, not every client", () => {
    expect([...activePlaces([item({ station: 'client', client: 'B' })])]).toEqual(['client:B'])
  })

  it('are none before anything happened', () => {
    expect(activePlaces([item({ state: 'not-yet' })]).size).toBe(0)
  })
})
