import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'
import {
  type ActiveFault,
  type ClientTag,
  FAULTS,
  type FaultChange,
  type FaultFact,
  type FaultKind,
  type FaultName,
} from '../trace/index.ts'

export type FaultChanged = Omit<Extract<FaultFact, { type: 'fault.changed' }>, 'type' | 'station'>

/** Which faults are on, for whom, and for how long. One fault may be on for several clients, each with its options. */
export class ActiveFaults {
  readonly #scheduler: TaskScheduler
  readonly #onChange: (change: FaultChanged) => void
  readonly #active = new Map<string, { readonly fault: ActiveFault; readonly expiry: ScheduledTask | null }>()

  /** @param scheduler whose clock is the lab's */
  constructor(scheduler: TaskScheduler, onChange: (change: FaultChanged) => void) {
    this.#scheduler = scheduler
    this.#onChange = onChange
  }

  get isEmpty(): boolean {
    return this.#active.size === 0
  }

  set({ on, client, once = false, for: duration, ...asked }: FaultChange): void {
    if (!on) {
      for (const { fault } of [...this.#active.values()])
        if (fault.fault === asked.fault && (client === undefined || fault.client === client))
          this.#replace(fault, null, 'page')
      return
    }
    const scope = {
      client: client ?? null,
      once,
      until: duration === undefined ? null : this.#scheduler.now() + duration,
    }
    // The options of one kind completed by that kind's own: the compiler cannot follow the name.
    const after = { ...(FAULTS[asked.fault] as FaultKind), ...asked, ...scope } as ActiveFault
    this.#replace(this.#active.get(keyOf(after))?.fault ?? null, after, 'page')
  }

  /** The fault as it is on for a client: what was asked for it alone goes before what was asked for all. */
  find<Name extends FaultName>(name: Name, client: ClientTag | null): Extract<ActiveFault, { fault: Name }> | null {
    if (this.isEmpty) return null
    const own = client === null ? undefined : this.#active.get(keyOf({ fault: name, client }))
    const found = own ?? this.#active.get(keyOf({ fault: name, client: null }))
    return (found?.fault ?? null) as Extract<ActiveFault, { fault: Name }> | null
  }

  /** It has struck. */
  spend(fault: ActiveFault): void {
    if (fault.once) this.#replace(fault, null, 'strike')
  }

  #replace(before: ActiveFault | null, after: ActiveFault | null, by: FaultChanged['by']): void {
    const changed = before ?? after
    if (changed === null) return
    if (before !== null) {
      this.#active.get(keyOf(before))?.expiry?.cancel()
      this.#active.delete(keyOf(before))
    }
    if (after !== null) this.#active.set(keyOf(after), { fault: after, expiry: this.#expiryOf(after) })
    this.#onChange({ fault: changed.fault, before, after, by })
  }

  #expiryOf(fault: ActiveFault): ScheduledTask | null {
    if (fault.until === null) return null
    return this.#scheduler.schedule(() => this.#replace(fault, null, 'clock'), fault.until - this.#scheduler.now())
  }
}

const keyOf = ({ fault, client }: Pick<ActiveFault, 'fault' | 'client'>): string => `${fault} ${client ?? ''}`
