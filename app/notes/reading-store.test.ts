import { describe, expect, it } from 'vitest'
import { createReadingStore, GLOSSARY } from './reading-store.ts'

describe('what is open in the notes', () => {
  it('begins with what the address names', () => {
    expect(createReadingStore('the-map', 'four-settings').getState()).toMatchObject({
      chapter: 'the-map',
      heading: 'four-settings',
      opened: 0,
    })
  })

  it('can be asked for again at the same place', () => {
    const store = createReadingStore(null, null)
    store.getState().open('the-map', 'three-channels')
    store.getState().open('the-map', 'three-channels')
    expect(store.getState()).toMatchObject({ chapter: 'the-map', heading: 'three-channels', opened: 2 })
  })

  it('leads back from the glossary to the chapter before it, however many terms were looked up', () => {
    const store = createReadingStore('the-map', null)
    store.getState().open(GLOSSARY, 'endpoint')
    store.getState().open(GLOSSARY, 'heart-beat')
    expect(store.getState().cameFrom).toBe('the-map')
    store.getState().open('controllers')
    expect(store.getState()).toMatchObject({ chapter: 'controllers', heading: null, cameFrom: null })
  })
})
