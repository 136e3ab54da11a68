import { describe, expect, it } from 'vitest'
import { createSpotlightStore, lightOn } from './spotlight-store.ts'

describe('the spotlight', () => {
  it('shows some boxes and dims the others, until the same is asked again', () => {
    const store = createSpotlightStore()
    store.getState().show('one', ['brokerChannel'])
    expect(lightOn(store.getState(), 'brokerChannel')).toBe('shown')
    expect(lightOn(store.getState(), 'client')).toBe('dimmed')
    store.getState().show('one', ['brokerChannel'])
    expect(lightOn(store.getState(), 'client')).toBeUndefined()
  })

  it('goes from one word to the next', () => {
    const store = createSpotlightStore()
    store.getState().show('one', ['brokerChannel'])
    store.getState().show('two', ['client'])
    expect(lightOn(store.getState(), 'client')).toBe('shown')
    store.getState().callOff()
    expect(store.getState().shown).toBeNull()
  })

  it('lets a word point at a box, also at one that is dimmed', () => {
    const store = createSpotlightStore()
    store.getState().show('one', ['brokerChannel'])
    store.getState().point({ stations: ['client'] })
    expect(lightOn(store.getState(), 'client')).toBe('pointed')
    store.getState().point(null)
    expect(lightOn(store.getState(), 'client')).toBe('dimmed')
  })
})
