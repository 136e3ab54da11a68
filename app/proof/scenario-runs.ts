import { type PlayedStep, playScenario } from '../../content/player/play-scenario.ts'
import type { ScenarioWorld } from '../../content/player/scenario-world.ts'
import type { Scenario } from '../../content/scenarios/scenario.ts'
import type { Page } from '../playback/page.ts'
import type { Speed } from '../playback/speed.ts'
import type { LiveWorld } from './live-world.ts'
import { slowFrom } from './ready-clients.ts'
import { type RunPlace, runPlace } from './run-place.ts'
import type { RunState, RunTrouble } from './run-state.ts'
import type { StagedMemory } from './staged-memory.ts'

export interface ScenarioRunsPorts {
  readonly page: Pick<Page, 'trace' | 'playback'>
  readonly findScenario: (name: string) => Promise<Scenario | null>
  /** @param fresh every client connects anew */
  readonly createLiveWorld: (scenario: Scenario, fresh: boolean) => LiveWorld
  /** Shows what is played in memory in place of the lab. */
  readonly openMemory: (scenario: Scenario) => Promise<StagedMemory>
  /** Opens the page anew, in a lab of that configuration, where the run begins. @returns whether it is there */
  readonly openLab: (scenario: Scenario, configuration: string) => Promise<boolean>
}

/** The configuration of a scenario that names none. */
const USUAL = 'default'

/** ux.md c.7: a tenth of the display's pace. */
const SLOW: Speed = 0.1
/** What sets the scene has been seen before. */
const QUICK: Speed = 2

/** One play of a scenario, until it is over or another takes its place. */
interface Run {
  readonly scenario: string
  goOn: () => void
  over: boolean
  /** The speed before it. */
  readonly usual: Speed
  /** The speed that the run chose last; another one is the person's. */
  speed: Speed
}

/**
 * Plays scenarios before the reader: a step is done when the lab is quiet, and the next begins when the display has shown
 * it. Stops at marks. There is one run at a time; a second takes the place of the first.
 */
export class ScenarioRuns {
  readonly #ports: ScenarioRunsPorts
  readonly #listeners = new Set<() => void>()
  #state: RunState = { kind: 'none' }
  #run: Run | null = null

  constructor(ports: ScenarioRunsPorts) {
    this.#ports = ports
  }

  get state(): RunState {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @param judged its own trace decides something: it is played in this page, and from its very beginning */
  async start(name: string, judged = false): Promise<void> {
    this.#leave()
    const { speed } = this.#playback
    const run: Run = { scenario: name, goOn: () => undefined, over: false, usual: speed, speed }
    this.#run = run
    this.#change({ kind: 'playing', scenario: name, step: 0, steps: 0, mark: null })
    const scenario = await this.#ports.findScenario(name)
    if (run.over) return
    if (scenario === null) return this.#end(run, { kind: 'unknown' })
    const place = this.#placeOf(scenario, judged)
    if (place === 'own-lab') await this.#openLab(run, scenario)
    else
      await this.#play(
        run,
        scenario,
        place === 'live' ? this.#stageLive(scenario, judged) : await this.#stageMemory(scenario),
      )
  }

  /** Goes on from a mark. */
  goOn(): void {
    this.#run?.goOn()
  }

  /** Leaves everything as it is. */
  stop(): void {
    this.#leave()
    this.#change({ kind: 'none' })
  }

  dismiss(): void {
    if (this.#run === null) this.#change({ kind: 'none' })
  }

  get #playback() {
    return this.#ports.page.playback.getState()
  }

  #placeOf(scenario: Scenario, judged: boolean): RunPlace {
    const { connection, hello } = this.#ports.page.trace.status
    const place = runPlace(scenario, connection, hello)
    return judged && place === 'own-lab' ? 'memory' : place
  }

  async #openLab(run: Run, scenario: Scenario): Promise<void> {
    const { configuration = USUAL } = scenario
    const opened = await this.#ports.openLab(scenario, configuration)
    if (!run.over) this.#end(run, opened ? null : { kind: 'no-lab', configuration })
  }

  async #play(run: Run, scenario: Scenario, staged: Staged): Promise<void> {
    if (run.over) return
    this.#setSpeed(run, QUICK)
    const { generation } = this.#ports.page.trace.status
    const slow = slowFrom(scenario)
    const steps = scenario.steps.length
    if (slow === 0) this.#setSpeed(run, SLOW)
    this.#change({ kind: 'playing', scenario: run.scenario, step: 1, steps, mark: null })
    for await (const { index, step } of playScenario(scenario, staged.world)) {
      if (run.over) return
      staged.took()
      const trouble = (await this.#shown(run, generation)) ?? staged.trouble()
      if (run.over) return
      if (trouble !== null) return this.#end(run, trouble)
      if (index + 1 >= slow) this.#setSpeed(run, SLOW)
      if (step.do === 'mark') await this.#waitAt(run, { index, step }, steps)
      if (run.over) return
      const next = Math.min(index + 2, steps)
      this.#change({ kind: 'playing', scenario: run.scenario, step: next, steps, mark: null })
    }
    this.#end(run, null)
  }

  #stageLive(scenario: Scenario, fresh: boolean): Staged {
    const world = this.#ports.createLiveWorld(scenario, fresh)
    this.#playback.goLive()
    const trouble = () => (world.missing === null ? null : ({ kind: 'client-missing', ...world.missing } as const))
    return { world, took: () => undefined, trouble }
  }

  async #stageMemory(scenario: Scenario): Promise<Staged> {
    const memory = await this.#ports.openMemory(scenario)
    return {
      world: memory.world,
      took: () => {
        memory.show()
        this.#playOn()
      },
      trouble: () => null,
    }
  }

  /** Waits until the display has shown the log as it is now, the same log as before. */
  #shown(run: Run, generation: number): Promise<RunTrouble | null> {
    const { page } = this.#ports
    const end = page.trace.log.next
    const outcome = (): RunTrouble | null | undefined => {
      if (page.trace.status.connection === 'lost') return { kind: 'lab-lost' }
      if (page.trace.status.generation !== generation) return { kind: 'other-trace' }
      return run.over || this.#playback.cursor >= end ? null : undefined
    }
    const now = outcome()
    if (now !== undefined) return Promise.resolve(now)
    return new Promise((resolve) => {
      const look = () => {
        const then = outcome()
        if (then === undefined) return
        for (const stop of stops) stop()
        resolve(then)
      }
      const stops = [page.playback.subscribe(look), page.trace.subscribe(look), this.subscribe(look)]
    })
  }

  #waitAt(run: Run, { index, step }: PlayedStep, steps: number): Promise<void> {
    const mark = step.do === 'mark' ? step.label : null
    return new Promise((resolve) => {
      run.goOn = () => {
        run.goOn = () => undefined
        this.#playOn()
        resolve()
      }
      this.#change({ kind: 'playing', scenario: run.scenario, step: index + 1, steps, mark })
    })
  }

  /** Shows what comes, also to who looked back meanwhile. A recording at its end would begin anew. */
  #playOn(): void {
    const { log, status } = this.#ports.page.trace
    const isAtEnd = this.#playback.cursor >= log.next
    if (!this.#playback.playing && !(isAtEnd && status.connection === 'recorded')) this.#playback.play()
  }

  #setSpeed(run: Run, speed: Speed): void {
    if (this.#playback.speed !== run.speed || run.speed === speed) return
    run.speed = speed
    this.#playback.setSpeed(speed)
  }

  #end(run: Run, trouble: RunTrouble | null): void {
    run.over = true
    if (this.#run === run) this.#run = null
    this.#setSpeed(run, run.usual)
    this.#change({ kind: 'over', scenario: run.scenario, trouble })
  }

  #leave(): void {
    const run = this.#run
    if (run === null) return
    run.over = true
    this.#run = null
    this.#setSpeed(run, run.usual)
    run.goOn()
  }

  #change(state: RunState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

interface Staged {
  readonly world: ScenarioWorld
  /** A step is done. */
  readonly took: () => void
  readonly trouble: () => RunTrouble | null
}
