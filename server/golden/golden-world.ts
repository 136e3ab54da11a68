import type { TraceEvent } from '../trace/index.ts'
import type { GoldenAction, GoldenSaw } from './golden-file.ts'

/** Where a recording can be played: real sockets, or memory on virtual time. */
export interface GoldenWorld {
  /** Does what a client does in one step; returns at once. `{origin}` in headers is the server's own origin. */
  act(action: GoldenAction): void
  /** Lets `wait` milliseconds pass, and then time until nothing has happened for 200 ms. */
  settle(wait: number): Promise<void>
  /** What clients saw, and what the trace told, since the last call. Session ids are still real. */
  collect(): { readonly saw: readonly GoldenSaw[]; readonly events: readonly TraceEvent[] }
  close(): Promise<void>
}

/** How long nothing must happen before a step has ended, milliseconds. */
export const QUIET = 200
