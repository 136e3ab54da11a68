import type { ClientTag } from './lab-fact.ts'
import type { Station } from './station.ts'

/** Where a real message can be made to wait (ux.md c.5), in the order in which a message passes them. */
export const GATES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8'] as const

export type GateName = (typeof GATES)[number]

export interface GateBreakpoint {
  readonly gate: GateName
  /** Which things wait, as `from:B type:Upgrade path:*websocket`; empty: all. */
  readonly condition: string
}

/** What waits at a gate. */
export interface HeldThing {
  readonly kind: 'request'
  readonly method: string
  readonly path: string
  /** It asks to become a WebSocket. */
  readonly upgrade: boolean
}

/** A thing that waits, by its number. */
export interface HeldAtGate {
  readonly held: number
  readonly gate: GateName
  readonly client: ClientTag | null
  readonly thing: HeldThing
  /** When it began to wait, and when it is let go at the latest, on the lab's clock. */
  readonly since: number
  readonly until: number
}

export type GateFact =
  | {
      readonly type: 'gate.changed'
      readonly station: 'application'
      readonly before: readonly GateBreakpoint[]
      readonly after: readonly GateBreakpoint[]
      /** `lease`: the page that wanted them is silent. */
      readonly by: 'page' | 'lease'
    }
  | {
      readonly type: 'gate.held'
      readonly station: Station
      readonly waiting: HeldAtGate
      /** How many wait at that gate, this one included. */
      readonly queue: number
    }
  | {
      /** Nobody wants it held any more, nobody wants it to arrive, or it has waited long enough. */
      readonly type: 'gate.released' | 'gate.dropped' | 'gate.expired'
      readonly station: Station
      readonly gate: GateName
      readonly held: number
      /** Milliseconds. */
      readonly waited: number
    }
  | {
      /** It should have waited, but as many as may wait already do. */
      readonly type: 'gate.overfull'
      readonly station: Station
      readonly gate: GateName
      readonly limit: number
    }
