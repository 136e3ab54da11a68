import type { FeedHello, GateBreakpoint, GateName } from '#trace'
import type { LabBackend } from '../backend/lab-backend.ts'
import type { PageClock } from '../backend/page-clock.ts'

/** Half of what the lab waits for a silent page (ux.md c.5). */
const RENEWAL = 5_000

export interface PageBreakpointsPorts {
  readonly backend: Pick<LabBackend, 'send'> & { onHello(listener: (hello: FeedHello) => void): () => void }
  readonly clock: PageClock
  /** What the page calls itself. */
  readonly page: string
}

/** The breakpoints of this page, one a gate. It repeats them as long as there are any: a page that is gone holds nothing. */
export class PageBreakpoints {
  readonly #ports: PageBreakpointsPorts
  readonly #listeners = new Set<() => void>()
  #breakpoints: readonly GateBreakpoint[] = []
  #callOff: (() => void) | null = null

  constructor(ports: PageBreakpointsPorts) {
    this.#ports = ports
    ports.backend.onHello(() => {
      if (this.#breakpoints.length > 0) void this.#tell()
    })
  }

  readonly getAll = (): readonly GateBreakpoint[] => this.#breakpoints

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @returns false where the lab cannot read the condition: then everything stays as it was */
  async set(gate: GateName, condition: string): Promise<boolean> {
    const before = this.#breakpoints
    const others = before.filter((breakpoint) => breakpoint.gate !== gate)
    const isTaken = await this.#change([...others, { gate, condition }])
    if (!isTaken) await this.#change(before)
    return isTaken
  }

  remove(gate: GateName): void {
    void this.#change(this.#breakpoints.filter((breakpoint) => breakpoint.gate !== gate))
  }

  toggle(gate: GateName): void {
    if (this.#breakpoints.some((breakpoint) => breakpoint.gate === gate)) this.remove(gate)
    else void this.set(gate, '')
  }

  async #change(breakpoints: readonly GateBreakpoint[]): Promise<boolean> {
    this.#breakpoints = breakpoints
    for (const listener of this.#listeners) listener()
    return this.#tell()
  }

  async #tell(): Promise<boolean> {
    const { backend, clock, page } = this.#ports
    this.#callOff?.()
    this.#callOff = this.#breakpoints.length === 0 ? null : clock.after(RENEWAL, () => void this.#tell())
    const reply = await backend.send({ command: 'set-gates', gates: this.#breakpoints, page })
    return reply.ok || reply.code !== 'invalid'
  }
}
