import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'
import type { ClientTag, GateBreakpoint, GateName, HeldAtGate, HeldThing } from '../trace/index.ts'
import { type GateCondition, type GateSubject, parseGateCondition } from './gate-condition.ts'

/** ux.md c.5: milliseconds that a thing waits at most, how long a page may be silent, and how many things may wait. */
const HOLD_LIMIT = 60_000
const LEASE = 10_000
export const HELD_LIMIT = 50

/** Something that comes to a gate. Of `proceed` and `refuse` one is called, once. */
export interface Arrival {
  readonly gate: GateName
  readonly client: ClientTag | null
  readonly thing: HeldThing
  readonly subject: GateSubject
  proceed(): void
  refuse(): void
}

/** Told of everything that happens to what waits; what it returns tells the two ends of a wait's story together. */
export interface GateObserver<Story> {
  onChange(before: readonly GateBreakpoint[], after: readonly GateBreakpoint[], by: 'page' | 'lease'): void
  onHeld(waiting: HeldAtGate, queue: number): Story
  /** @param goOn what happens next, as the effect of the end */
  onEnd(how: 'released' | 'dropped' | 'expired', waiting: HeldAtGate, story: Story, goOn: () => void): void
  onOverfull(arrival: Arrival): void
}

interface Waiting<Story> {
  readonly at: HeldAtGate
  readonly arrival: Arrival
  readonly story: Story
  readonly expiry: ScheduledTask
}

interface PageBreakpoints {
  readonly gates: readonly (GateBreakpoint & { readonly matches: GateCondition })[]
  readonly lease: ScheduledTask
}

/** Where real things are made to wait: the breakpoints of every page, and what waits at them. */
export class GateKeeper<Story> {
  readonly #scheduler: TaskScheduler
  readonly #observer: GateObserver<Story>
  readonly #pages = new Map<string, PageBreakpoints>()
  readonly #waiting = new Map<number, Waiting<Story>>()
  #next = 1

  /** @param scheduler whose clock is the lab's */
  constructor(scheduler: TaskScheduler, observer: GateObserver<Story>) {
    this.#scheduler = scheduler
    this.#observer = observer
  }

  get breakpoints(): readonly GateBreakpoint[] {
    return [...this.#pages.values()].flatMap(({ gates }) =>
      gates.map(({ gate, condition }): GateBreakpoint => ({ gate, condition })),
    )
  }

  /**
   * All breakpoints of a page from now on, or the same ones again.
   *
   * @returns the part of a condition that cannot be read; null: all were
   */
  set(page: string, wanted: readonly GateBreakpoint[]): string | null {
    const gates: PageBreakpoints['gates'][number][] = []
    for (const { gate, condition } of wanted) {
      const parsed = parseGateCondition(condition)
      if (!parsed.ok) return parsed.part
      gates.push({ gate, condition, matches: parsed.condition })
    }
    this.#change(page, gates, 'page')
    return null
  }

  /** The page is gone: nothing of its waits any more. */
  leave(page: string): void {
    this.#change(page, [], 'lease')
  }

  /** Lets it through, or makes it wait. */
  arrive(arrival: Arrival): void {
    if (!this.#isWanted(arrival)) {
      arrival.proceed()
      return
    }
    if (this.#waiting.size >= HELD_LIMIT) {
      this.#observer.onOverfull(arrival)
      arrival.proceed()
      return
    }
    this.#hold(arrival)
  }

  /** @returns whether it waited */
  release(held: number): boolean {
    return this.#end(held, 'released')
  }

  releaseAll(): void {
    for (const held of [...this.#waiting.keys()]) this.#end(held, 'released')
  }

  /** @returns whether it waited */
  drop(held: number): boolean {
    return this.#end(held, 'dropped')
  }

  #change(page: string, gates: PageBreakpoints['gates'], by: 'page' | 'lease'): void {
    const before = this.breakpoints
    this.#pages.get(page)?.lease.cancel()
    this.#pages.delete(page)
    if (gates.length > 0)
      this.#pages.set(page, { gates, lease: this.#scheduler.schedule(() => this.leave(page), LEASE) })
    const after = this.breakpoints
    if (JSON.stringify(before) === JSON.stringify(after)) return
    this.#observer.onChange(before, after, by)
    for (const { at, arrival } of [...this.#waiting.values()])
      if (!this.#isWanted(arrival)) this.#end(at.held, 'released')
  }

  #isWanted({ gate, subject }: Arrival): boolean {
    for (const { gates } of this.#pages.values())
      if (gates.some((breakpoint) => breakpoint.gate === gate && breakpoint.matches(subject))) return true
    return false
  }

  #hold(arrival: Arrival): void {
    const { gate, client, thing } = arrival
    const since = this.#scheduler.now()
    const at: HeldAtGate = { held: this.#next++, gate, client, thing, since, until: since + HOLD_LIMIT }
    const queue = 1 + [...this.#waiting.values()].filter((other) => other.at.gate === gate).length
    const expiry = this.#scheduler.schedule(() => this.#end(at.held, 'expired'), HOLD_LIMIT)
    this.#waiting.set(at.held, { at, arrival, expiry, story: this.#observer.onHeld(at, queue) })
  }

  #end(held: number, how: 'released' | 'dropped' | 'expired'): boolean {
    const waiting = this.#waiting.get(held)
    if (waiting === undefined) return false
    const { at, arrival, story, expiry } = waiting
    this.#waiting.delete(held)
    expiry.cancel()
    this.#observer.onEnd(how, at, story, () => (how === 'dropped' ? arrival.refuse() : arrival.proceed()))
    return true
  }
}
