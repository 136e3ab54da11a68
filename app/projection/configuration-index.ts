import type { LabConfiguration, TraceEvent } from '#trace'
import type { LogIndex } from './log-index.ts'
import { partitionPoint } from './partition-point.ts'

/** Which configuration ran when. */
export class ConfigurationIndex implements LogIndex {
  /** Each with the first event that it ran at. */
  #configurations: { readonly from: number; readonly config: LabConfiguration }[] = []

  read(event: TraceEvent): void {
    if (event.type === 'config.changed') this.#configurations.push({ from: event.seq, config: event.after })
    else if (event.type === 'lab.snapshot' && this.#configurations.length === 0)
      this.#configurations.push({ from: event.seq, config: event.snapshot.config })
  }

  forget(first: number): void {
    this.#configurations = this.#configurations.slice(Math.max(0, this.#placeOf(first)))
  }

  /** The one that ran at an event; null: nothing has told it. */
  at(seq: number): LabConfiguration | null {
    return this.#configurations[this.#placeOf(seq)]?.config ?? null
  }

  #placeOf(seq: number): number {
    return partitionPoint(this.#configurations, ({ from }) => from <= seq) - 1
  }
}
