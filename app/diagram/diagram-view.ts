import { createContext, type KeyboardEvent, useContext } from 'react'
import type { ClientTag, Station } from '#trace'
import type { LabState } from '../projection/lab-state.ts'
import type { Sentence } from '../projection/sentence.ts'
import type { Place } from '../projection/token.ts'
import type { DiagramGeometry } from './diagram-geometry.ts'

/** The picture at the cursor, however large it is drawn. */
export interface DiagramPicture {
  readonly lab: LabState
  readonly geometry: DiagramGeometry
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
}

/** What every box and edge of the diagram reads. */
export interface DiagramView extends DiagramPicture {
  readonly shortLabels: boolean
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
