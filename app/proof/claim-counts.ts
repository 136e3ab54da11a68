import type { Claim } from '../../content/claims/claim.ts'
import type { PageClock } from '../backend/page-clock.ts'
import type { TraceStore } from '../trace/trace-store.ts'
import { ClaimCount, type ClaimSeen } from './claim-count.ts'

/** When nothing else is to be done. @returns calls it off */
export type WhenIdle = (run: () => void) => () => void

export interface ClaimCountsPorts {
  readonly trace: Pick<TraceStore, 'log' | 'subscribe'>
  readonly findClaim: (name: string) => Promise<Claim | null>
  readonly clock: PageClock
  readonly whenIdle: WhenIdle
}

/** However much comes in, the log is asked no more often; milliseconds. */
const ROUND = 250

const UNSEEN: ClaimSeen = { count: 0, newest: null }

interface Watched {
  watchers: number
  count: ClaimCount | null
}

/** The claims that somebody looks at, counted over the page's log: one at a time, when the page is idle. */
export class ClaimCounts {
  readonly #ports: ClaimCountsPorts
  readonly #watched = new Map<string, Watched>()
  readonly #listeners = new Set<() => void>()
  /** Names that are due. */
  readonly #due = new Set<string>()
  #callOff: (() => void) | null = null
  #round: (() => void) | null = null

  constructor(ports: ClaimCountsPorts) {
    this.#ports = ports
    ports.trace.subscribe(() => {
      this.#round ??= ports.clock.after(ROUND, () => this.#begin())
    })
  }

  seen(name: string): ClaimSeen {
    return this.#watched.get(name)?.count?.seen ?? UNSEEN
  }

  /** @returns how to watch no longer */
  watch(name: string, listener: () => void): () => void {
    const watched = this.#watched.get(name) ?? { watchers: 0, count: null }
    watched.watchers += 1
    this.#watched.set(name, watched)
    this.#listeners.add(listener)
    if (watched.watchers === 1) void this.#load(name, watched)
    return () => {
      this.#listeners.delete(listener)
      watched.watchers -= 1
      if (watched.watchers === 0) this.#watched.delete(name)
    }
  }

  #begin(): void {
    this.#round = null
    for (const name of this.#watched.keys()) this.#due.add(name)
    this.#plan()
  }

  async #load(name: string, watched: Watched): Promise<void> {
    const claim = await this.#ports.findClaim(name)
    if (claim === null || this.#watched.get(name) !== watched) return
    watched.count = new ClaimCount(claim)
    this.#due.add(name)
    this.#plan()
  }

  #plan(): void {
    if (this.#due.size > 0) this.#callOff ??= this.#ports.whenIdle(() => this.#work())
  }

  #work(): void {
    this.#callOff = null
    const [name] = this.#due
    if (name === undefined) return
    this.#due.delete(name)
    const count = this.#watched.get(name)?.count
    if (count != null) {
      const before = count.seen
      if (count.catchUp(this.#ports.trace.log)) this.#due.add(name)
      if (count.seen !== before) for (const listener of this.#listeners) listener()
    }
    this.#plan()
  }
}

/** Idle callbacks where there are any: Safari has none. */
export const browserWhenIdle: WhenIdle = (run) => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, FALLBACK)
    return () => clearTimeout(timer)
  }
  const callback = requestIdleCallback(run, { timeout: LONGEST_WAIT })
  return () => cancelIdleCallback(callback)
}

const FALLBACK = 100
const LONGEST_WAIT = 1000
