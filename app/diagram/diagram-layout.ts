import type { Station } from '#trace'
import type { Box } from './box.ts'
import type { Port } from './port.ts'

/** A way between two kinds of place; `client` stands for every client's card. */
export type StationEdge = `${Station}>${Station}`

/** Authored places: positions are memory, so nothing here depends on what happens (ux.md c.1). */
export interface DiagramLayout {
  readonly name: 'wide' | 'tall'
  readonly width: number
  readonly height: number
  /** Every station has its place. Two that are never shown together may share one; `client` is the column. */
  readonly boxes: Readonly<Record<Station, Box>>
  /** Tops of the clients' cards, by how many are shown. */
  readonly clientTops: readonly (readonly number[])[]
  readonly clientHeight: number
  /** Around the parts of the endpoint. */
  readonly endpointCard: Box
  /** Around everything that is the Spring application. */
  readonly springApplication: Box
  readonly brokerChannelLabel: Box
  readonly ports: Readonly<Partial<Record<StationEdge, readonly [Port, Port]>>>
}

export const MOST_CLIENTS = 4
