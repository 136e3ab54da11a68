import { createContext, useContext } from 'react'

/** Which layers are folded to their name. */
export interface LayerFolding {
  readonly folded: readonly string[]
  readonly toggle: (layer: string) => void
}

export const LayerFoldingContext = createContext<LayerFolding | null>(null)

export function useLayerFolding(): LayerFolding {
  const folding = useContext(LayerFoldingContext)
  if (folding === null) throw new Error('useLayerFolding needs an inspector above')
  return folding
}
