import { createContext, type KeyboardEvent, useContext } from 'react'
import type { ClientTag, Station } from '#trace'
import type { LabState } from '../projection/lab-state.ts'
import type { Sentence } from '../projection/sentence.ts'
import type { Place } from '../projection/token.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'

/** What every box and edge of the diagram reads: the picture at the cursor. */
export interface DiagramView {
  readonly lab: LabState
  readonly geometry: DiagramGeometry
  readonly shortLabels: boolean
  /** Destinations a client can send to, as the lab suggests them. */
  readonly destinations: readonly string[]
  /** Where the current step happens. */
  readonly active: ReadonlySet<Place>
  /** Why a handler did not take the current message. */
  readonly refusals: ReadonlyMap<Station, Sentence>
  /** Ways to handlers that have not answered yet or did not take it, as `from>to`. */
  readonly untaken: ReadonlySet<string>
  /** Edges that the current message has travelled, as `from>to`, and whose message it was; null: nobody's. */
  readonly travelled: ReadonlyMap<string, ClientTag | null>
  /** The one box that Tab reaches; arrows move on from it. */
  readonly tabStop: Place
  onFocus(place: Place): void
  onChoose(place: Place): void
  onKeyDown(keyDown: KeyboardEvent, place: Place): void
}

export const DiagramViewContext = createContext<DiagramView | null>(null)

export function useDiagramView(): DiagramView {
  const view = useContext(DiagramViewContext)
  if (view === null) throw new Error('a box or an edge needs the diagram around it')
  return view
}
