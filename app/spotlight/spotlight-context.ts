import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Station } from '#trace'
import { type Light, lightOn, type Spotlight, type SpotlightStore } from './spotlight-store.ts'

export const SpotlightContext = createContext<SpotlightStore | null>(null)

export function useSpotlight<T>(selector: (spotlight: Spotlight) => T): T {
  const store = useContext(SpotlightContext)
  if (store === null) throw new Error('useSpotlight needs a SpotlightContext above')
  return useStore(store, selector)
}

export function useStationLight(station: Station): Light {
  return useSpotlight((spotlight) => lightOn(spotlight, station))
}
