import type { EventLog } from '#trace'
import type { PageClock } from '../backend/page-clock.ts'
import { until } from '../backend/until.ts'
import type { ClientRoster } from '../client/client-roster.ts'
import type { GreetingInvitation } from '../client/greeting-invitation.ts'
import { GREETINGS_TOPIC } from '../client/greeting-proposal.ts'
import { type ConnectOptions, type LiveClient, RECONNECT_DELAY } from '../client/live-client.ts'
import type { Sentence } from '../projection/sentence.ts'
import { beginningOf, endOfConnection, subscribedAt } from './connection-part.ts'

/** Milliseconds of ux.md c.12 and design README, settled 14. */
const NOTHING_CONNECTED = 1000
const FIRST_CLIENT = 4000
const SECOND_CLIENT = 2000
/** When a server does not answer, the first run waits no longer than this for it. */
const PATIENCE = 10_000

const FIRST_CONNECTION: ConnectOptions = {
  transport: 'raw WebSocket',
  authorization: null,
  reconnectDelay: RECONNECT_DELAY,
}

/** The person's playback, as far as a staging may move it. */
export interface StagedPlayback {
  /** `held` from `hold` on, until somebody moves the cursor. */
  readonly pace: { readonly kind: string } | null
  /** Following, but standing still. */
  hold(): void
  /** @returns whether it was shown; false: the person ended it */
  playWithin(untilCursor: number, budget: number): Promise<boolean>
  /** Says it in place of the step, until something is shown. */
  announce(sentence: Sentence): void
}

export interface StagedTrace {
  readonly log: EventLog
  /** Events below this were there before this page. */
  readonly history: number
  subscribe(listener: () => void): () => void
}

export interface FirstRunPorts {
  readonly roster: Pick<ClientRoster, 'first' | 'clients'>
  readonly trace: StagedTrace
  readonly playback: () => StagedPlayback
  readonly clock: PageClock
  /** False: the address names a moment, and the display stays there. */
  readonly staged: boolean
  /** False: nobody is connected, since something else will connect them. */
  readonly connects: boolean
}

/**
 * Ada and Bob connect at once and for real; the display plays what happened slowly enough to be read. Whatever a person
 * does with the playback ends the staging, and the connections stay.
 */
export class FirstRun implements GreetingInvitation {
  readonly #ports: FirstRunPorts
  readonly #listeners = new Set<() => void>()
  #stage: GreetingInvitation['stage'] = 'waiting'

  constructor(ports: FirstRunPorts) {
    this.#ports = ports
    void ports.roster.first.then((first) => (first && ports.connects ? this.#begin() : this.#enter('over')))
  }

  get stage(): GreetingInvitation['stage'] {
    return this.#stage
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  end(): void {
    if (this.#stage === 'staging' || this.#stage === 'your-turn') this.#enter('over')
  }

  #begin(): void {
    const { roster, trace, staged } = this.#ports
    const [ada, bob] = roster.clients
    if (ada === undefined || bob === undefined) return
    const from = trace.history
    if (staged) void this.#stageDisplay(ada, bob, from)
    else this.#enter('over')
    void this.#connectBoth(ada, bob, from)
  }

  async #connectBoth(ada: LiveClient, bob: LiveClient, from: number): Promise<void> {
    await this.#connect(ada)
    await this.#untilSubscribed(ada, from)
    await this.#connect(bob)
  }

  async #connect(client: LiveClient): Promise<void> {
    client.connect(FIRST_CONNECTION)
    await this.#until(
      (check) => client.subscribeToState(check),
      () => client.state.status === 'connected',
    )
    client.subscribe(GREETINGS_TOPIC)
  }

  async #stageDisplay(ada: LiveClient, bob: LiveClient, from: number): Promise<void> {
    const { trace, playback, clock } = this.#ports
    this.#enter('staging')
    playback().hold()
    await this.#until(
      (check) => trace.subscribe(check),
      () => trace.log.next >= from,
    )
    playback().announce({ key: 'clients.first-run-nothing', params: {} })
    await new Promise<void>((resolve) => clock.after(NOTHING_CONNECTED, resolve))
    const untouched = playback().pace?.kind === 'held'
    const endOfFirst = beginningOf(trace.log, from, bob.tag) ?? endOfConnection(trace.log, from, ada.tag)
    const shown =
      untouched &&
      (await playback().playWithin(endOfFirst, FIRST_CLIENT)) &&
      (await this.#untilSubscribed(bob, from)) &&
      (await playback().playWithin(endOfConnection(trace.log, from, bob.tag), SECOND_CLIENT))
    // Who pressed the control meanwhile is not asked any more.
    if (this.#stage !== 'staging') return
    if (shown) playback().announce({ key: 'clients.first-run-your-turn', params: {} })
    this.#enter('your-turn')
  }

  #untilSubscribed(client: LiveClient, from: number): Promise<boolean> {
    const { trace } = this.#ports
    return this.#until(
      (check) => trace.subscribe(check),
      () => subscribedAt(trace.log, from, client.tag) !== null,
    )
  }

  /** @returns whether it came true in time */
  #until(watch: (check: () => void) => () => void, holds: () => boolean): Promise<boolean> {
    return until(this.#ports.clock, PATIENCE, watch, holds)
  }

  #enter(stage: GreetingInvitation['stage']): void {
    this.#stage = stage
    for (const listener of this.#listeners) listener()
  }
}
