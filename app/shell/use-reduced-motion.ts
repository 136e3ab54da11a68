import { useInsertionEffect, useLayoutEffect } from 'react'
import { usePlayback } from '../playback/use-projection.ts'
import { usePreference, usePreferences } from './preferences-context.ts'
import { useMediaQuery } from './use-media-query.ts'

/** The person's switch, else the system's; kept in the playback and on the document for the style sheets. */
export function useReducedMotion(): boolean {
  const chosen = usePreference(usePreferences().reduceMotion)
  const system = useMediaQuery('(prefers-reduced-motion: reduce)')
  const setReducedMotion = usePlayback((state) => state.setReducedMotion)
  const reduced = chosen ?? system
  useLayoutEffect(() => setReducedMotion(reduced), [reduced, setReducedMotion])
  // Before anything is measured: all styles hang on it.
  useInsertionEffect(() => {
    document.documentElement.dataset.motion = reduced ? 'reduced' : 'full'
  }, [reduced])
  return reduced
}
