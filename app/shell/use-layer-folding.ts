import { useMemo } from 'react'
import type { LayerFolding } from '../inspector/layer-folding.ts'
import { usePreference, usePreferences } from './preferences-context.ts'

/** The inspector's folded layers, as this person left them. */
export function useLayerFolding(): LayerFolding {
  const { foldedLayers } = usePreferences()
  const folded = usePreference(foldedLayers)
  return useMemo(
    () => ({
      folded,
      toggle: (layer) =>
        foldedLayers.set(folded.includes(layer) ? folded.filter((other) => other !== layer) : [...folded, layer]),
    }),
    [foldedLayers, folded],
  )
}
