import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Station } from '#trace'
import type { DestinationKind } from '../../content/glossary/terms.ts'
import type { SpanPart } from '../projection/layers/span-part.ts'

/** What a word of the notes is about: boxes of the picture, and destinations wherever they are written. */
export interface Subject {
  readonly stations: readonly Station[]
  readonly destinations?: readonly DestinationKind[]
}

export interface Spotlight {
  /** What a reader asked to see; everything else steps back until it is called off. */
  readonly shown: { readonly by: string; readonly stations: readonly Station[] } | null
  /** The box that was chosen last: the notes say what they know of it. */
  readonly chosen: Station | null
  /** What the word under the pointer or the focus is about. */
  readonly pointed: Subject | null
  /** The part of the chosen message that a word leads into; null as soon as the inspector is there. */
  readonly part: SpanPart | null
  /** @param by tells who shows it; the same again calls it off */
  show(by: string, stations: readonly Station[]): void
  choose(station: Station): void
  /** Nothing is shown or chosen any more. */
  callOff(): void
  point(subject: Subject | null): void
  leadInto(part: SpanPart | null): void
}

export type SpotlightStore = StoreApi<Spotlight>

/** How a box stands in the light; undefined: nothing is shown and nothing points at it. */
export type Light = 'shown' | 'dimmed' | 'pointed' | undefined

export function createSpotlightStore(): SpotlightStore {
  return createStore((set, get) => ({
    shown: null,
    chosen: null,
    pointed: null,
    part: null,
    show: (by, stations) => set({ shown: get().shown?.by === by ? null : { by, stations } }),
    choose: (chosen) => set({ chosen }),
    callOff: () => set({ shown: null, chosen: null }),
    point: (pointed) => set({ pointed }),
    leadInto: (part) => set({ part }),
  }))
}

export function lightOn({ shown, pointed }: Pick<Spotlight, 'shown' | 'pointed'>, station: Station): Light {
  if (pointed?.stations.includes(station)) return 'pointed'
  if (shown === null) return undefined
  return shown.stations.includes(station) ? 'shown' : 'dimmed'
}
