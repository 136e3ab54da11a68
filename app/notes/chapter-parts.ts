import { type ComponentType, createContext, type ReactNode, useContext } from 'react'

/** What chapters use that is more than reading: given by the page, which knows the lab, its clients and its trace. */
export interface ChapterParts {
  readonly EndpointAddress: ComponentType
  /** A sentence that the trace can prove. */
  readonly Claim: ComponentType<{ readonly name: string; readonly children?: ReactNode }>
  /** A button that plays a scenario; its label is given or the usual one. */
  readonly Run: ComponentType<{ readonly scenario: string; readonly children?: ReactNode }>
  readonly Predict: ComponentType<{ readonly name: string; readonly scenario?: string; readonly children?: ReactNode }>
  readonly Question: ComponentType<{ readonly children?: ReactNode }>
  readonly Option: ComponentType<{ readonly value?: string; readonly station?: string; readonly children?: ReactNode }>
  /** Why one answer tempts, or is so. */
  readonly Reveal: ComponentType<{ readonly of: string; readonly children?: ReactNode }>
  /** A button that puts a text into the frame composer. */
  readonly Compose?: ComponentType<{ readonly text: string }>
}

export const ChapterPartsContext = createContext<ChapterParts | null>(null)

export function useChapterParts(): ChapterParts {
  const parts = useContext(ChapterPartsContext)
  if (parts === null) throw new Error('useChapterParts needs a ChapterPartsContext above')
  return parts
}
