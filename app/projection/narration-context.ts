import type { TraceEvent, TraceEventOf, TraceFactType } from '#trace'
import { clientName } from './client-name.ts'
import type { LogIndexes } from './log-indexes.ts'
import type { Sentence } from './sentence.ts'

/** What a sentence may know: nothing that comes after the cursor. */
export interface NarrationContext {
  readonly indexes: LogIndexes
  readonly cursor: number
}

export type NarrateFact<E> = (event: E, context: NarrationContext) => Sentence

/** A sentence for each fact of a list. */
export type NarrationOf<T extends TraceFactType> = { readonly [F in T]: NarrateFact<TraceEventOf<F>> }

/** The client whose connection an event is about; a session without a client has only its id. */
export function whoIs(event: TraceEvent): string {
  return event.client === null ? (event.session ?? '?') : clientName(event.client)
}

/** The client that began what an event belongs to; null: nobody in particular. */
export function whoBegan(event: TraceEvent, { indexes }: NarrationContext): string | null {
  const owner = indexes.traits.of(event.seq)?.owner ?? null
  return owner === null ? null : clientName(owner)
}

/** What an event deals with: `SEND`, `MESSAGE`, … */
export function whatIs(event: TraceEvent, { indexes }: NarrationContext): string {
  return indexes.traits.of(event.seq)?.label || 'message'
}
