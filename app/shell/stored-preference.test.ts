import { describe, expect, it } from 'vitest'
import { storedPreference } from './stored-preference.ts'

function memory(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries))
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => {
      map.set(key, value)
    },
  }
}

const parse = (stored: unknown) => (typeof stored === 'number' ? stored : undefined)

describe('a stored preference', () => {
  it('comes back in the next page', () => {
    const storage = memory()
    storedPreference({ storage, key: 'size', parse, initial: 1 }).set(7)
    expect(storedPreference({ storage, key: 'size', parse, initial: 1 }).get()).toBe(7)
  })

  it.each(['not json', '"text"', ''])('is the initial one when the storage holds %j', (stored) => {
    expect(storedPreference({ storage: memory({ size: stored }), key: 'size', parse, initial: 1 }).get()).toBe(1)
  })

  it('lasts as long as the page when the storage refuses', () => {
    const storage = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    }
    const size = storedPreference({ storage, key: 'size', parse, initial: 1 })
    size.set(5)
    expect(size.get()).toBe(5)
  })

  it('gives way to an override without forgetting what is stored', () => {
    const storage = memory({ size: '3' })
    const options = { storage, key: 'size', parse, initial: 1 }
    expect(storedPreference({ ...options, override: 9 }).get()).toBe(9)
    expect(storedPreference(options).get()).toBe(3)
  })

  it('tells who watches it, until they stop', () => {
    const size = storedPreference({ storage: memory(), key: 'size', parse, initial: 1 })
    const seen: number[] = []
    const stop = size.subscribe(() => seen.push(size.get()))
    size.set(2)
    stop()
    size.set(3)
    expect(seen).toEqual([2])
  })
})
