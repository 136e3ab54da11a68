import type { Claim } from '../../content/claims/claim.ts'
import type { Prediction } from '../../content/predictions/prediction.ts'
import type { Page } from '../playback/page.ts'
import type { ScenarioRuns } from './scenario-runs.ts'

/** `open`: to be chosen. `locked`: the run goes, nobody is told yet. `unproved`: it ended too early. */
export type PredictionState =
  | { readonly kind: 'open'; readonly choice: string | null }
  | { readonly kind: 'locked' | 'unproved'; readonly choice: string }
  | { readonly kind: 'revealed'; readonly choice: string; readonly right: string }

export interface PredictionsPorts {
  readonly page: Pick<Page, 'trace' | 'playback'>
  readonly runs: ScenarioRuns
  /** Loaded only when somebody has locked in. */
  readonly findPrediction: (name: string) => Promise<Prediction | null>
  readonly findClaim: (name: string) => Promise<Claim | null>
}

export interface Tally {
  readonly foreseen: number
  readonly revealed: number
}

const UNTOUCHED: PredictionState = { kind: 'open', choice: null }

/** What the reader foretold, and what became of it. An answer is told when the display has shown the event that proves it. */
export class Predictions {
  readonly #ports: PredictionsPorts
  readonly #listeners = new Set<() => void>()
  readonly #states = new Map<string, PredictionState>()
  #tally: Tally = { foreseen: 0, revealed: 0 }

  constructor(ports: PredictionsPorts) {
    this.#ports = ports
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get tally(): Tally {
    return this.#tally
  }

  stateOf(name: string): PredictionState {
    return this.#states.get(name) ?? UNTOUCHED
  }

  choose(name: string, choice: string): void {
    if (this.stateOf(name).kind === 'open') this.#change(name, { kind: 'open', choice })
  }

  /** Plays the scenario; once more, should it not have come to its end. */
  async lockIn(name: string, scenario: string): Promise<void> {
    const { choice, kind } = this.stateOf(name)
    if (choice === null || kind === 'locked' || kind === 'revealed') return
    this.#change(name, { kind: 'locked', choice })
    const prediction = await this.#ports.findPrediction(name)
    const claim = prediction === null ? null : await this.#ports.findClaim(prediction.provedBy)
    const run = this.#ports.runs.start(scenario, true)
    const proved = claim !== null && (await this.#proved(claim, run))
    if (prediction !== null && proved) this.#reveal(name, choice, prediction.right)
    else this.#change(name, { kind: 'unproved', choice })
  }

  #reveal(name: string, choice: string, right: string): void {
    const { foreseen, revealed } = this.#tally
    this.#tally = { foreseen: foreseen + (choice === right ? 1 : 0), revealed: revealed + 1 }
    this.#change(name, { kind: 'revealed', choice, right })
  }

  /** Looks at what came since the run began, as far as the display has shown it. */
  #proved(claim: Claim, run: Promise<void>): Promise<boolean> {
    const { trace, playback } = this.#ports.page
    let log = trace.log
    let from = log.next
    let cursor = -1
    const holds = () => {
      if (trace.log !== log) {
        log = trace.log
        from = log.first
      }
      const shown = playback.getState().cursor
      if (shown === cursor) return false
      cursor = shown
      return shown > from && claim(trace.range(from, shown)) !== null
    }
    return new Promise((resolve) => {
      const settle = (proved: boolean) => {
        unwatch()
        resolve(proved)
      }
      const unwatch = playback.subscribe(() => {
        if (holds()) settle(true)
      })
      void run.then(() => settle(holds()))
    })
  }

  #change(name: string, state: PredictionState): void {
    this.#states.set(name, state)
    for (const listener of this.#listeners) listener()
  }
}
