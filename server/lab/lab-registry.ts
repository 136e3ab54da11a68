import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'
import type { LabConfiguration, LabRegistryCommand, LabSummary } from '../trace/index.ts'
import type { CloseStatus } from '../websocket/close-status.ts'
import { type CommandReply, DONE, refuse } from './command-reply.ts'
import { DEFAULT_CONFIGURATION } from './configurations.ts'
import type { Lab } from './lab.ts'
import { LAB_ID, MAIN } from './lab-address.ts'
import type { FeedConnection } from './lab-feed.ts'
import { resolveConfiguration } from './resolve-configuration.ts'

export interface LabRegistryParts {
  /** Of the lab `main`. */
  readonly config: LabConfiguration
  readonly scheduler: TaskScheduler
  readonly createLab: (id: string, config: LabConfiguration) => Lab
}

interface RegisteredLab {
  readonly lab: Lab
  /** By the scheduler's clock. */
  usedAt: number
}

/** trace.md, Who may speak. */
const LABS = 32
const FEEDS_A_LAB = 20

/** Milliseconds without feed and session after which a lab is removed, and how often that is looked for. */
const IDLE_LIMIT = 600_000
const IDLE_CHECK_INTERVAL = 60_000

const REMOVED: CloseStatus = { code: 1001, reason: 'The lab was removed.' }

/** The labs of one server, and the pages that look at them. Nothing but the machine is shared between two labs. */
export class LabRegistry {
  readonly #parts: LabRegistryParts
  readonly #labs = new Map<string, RegisteredLab>()
  /** By the lab's id; a page may wait at the address of a lab that does not exist. */
  readonly #feeds = new Map<string, Set<FeedConnection>>()
  #idleCheck: ScheduledTask | null = null

  constructor(parts: LabRegistryParts) {
    this.#parts = parts
    this.#add(MAIN, parts.config)
  }

  /** The lab that somebody wants to use. */
  get(id: string): Lab | undefined {
    const registered = this.#labs.get(id)
    if (registered) registered.usedAt = this.#parts.scheduler.now()
    return registered?.lab
  }

  execute(command: LabRegistryCommand): CommandReply {
    switch (command.command) {
      case 'create-lab':
        return this.create(command.lab, command.config)
      case 'remove-lab':
        return this.#removeOnDemand(command.lab)
      case 'list-labs':
        return { ok: true, value: [...this.#labs.keys()].map((id) => this.#summaryOf(id)) }
    }
  }

  create(id: string, wanted: string | LabConfiguration = DEFAULT_CONFIGURATION): CommandReply {
    if (!LAB_ID.test(id)) return refuse('invalid', 'A lab is called by 1 to 32 of a-z, 0-9 and -.')
    if (this.#labs.has(id)) return refuse('lab-exists', `There is a lab "${id}" already.`)
    if (this.#labs.size >= LABS) return refuse('too-many-labs', `There are ${LABS} labs already.`)
    const resolved = resolveConfiguration(wanted)
    if (!resolved.ok) return resolved
    this.#add(id, resolved.config)
    this.#planIdleCheck()
    return { ok: true, value: this.#summaryOf(id) }
  }

  /** Whether another page may look at the lab, or wait for it. */
  hasRoomFor(id: string): boolean {
    return this.#feedsAt(id).length < FEEDS_A_LAB
  }

  attach(id: string, feed: FeedConnection): void {
    const feeds = this.#feeds.get(id)
    if (feeds) feeds.add(feed)
    else this.#feeds.set(id, new Set([feed]))
  }

  detach(id: string, feed: FeedConnection): void {
    const feeds = this.#feeds.get(id)
    feeds?.delete(feed)
    if (feeds?.size === 0) this.#feeds.delete(id)
  }

  close(status: CloseStatus): void {
    this.#idleCheck?.cancel()
    for (const id of [...this.#feeds.keys()]) this.#closeFeeds(id, status)
    for (const { lab } of this.#labs.values()) lab.close(status)
    this.#labs.clear()
  }

  #add(id: string, config: LabConfiguration): void {
    const { createLab, scheduler } = this.#parts
    this.#labs.set(id, { lab: createLab(id, config), usedAt: scheduler.now() })
  }

  #removeOnDemand(id: string): CommandReply {
    if (id === MAIN) return refuse('main-only', 'The lab "main" always exists.')
    if (!this.#labs.has(id)) return refuse('unknown-lab', `There is no lab "${id}".`)
    this.#remove(id)
    return DONE
  }

  #remove(id: string): void {
    const registered = this.#labs.get(id)
    this.#labs.delete(id)
    this.#closeFeeds(id, REMOVED)
    registered?.lab.close(REMOVED)
  }

  #closeFeeds(id: string, { code, reason }: CloseStatus): void {
    for (const feed of this.#feeds.get(id) ?? []) feed.close(code, reason ?? '')
  }

  #summaryOf(id: string): LabSummary {
    const lab = this.#labs.get(id)?.lab
    return {
      lab: id,
      config: lab?.hello.config.name ?? '',
      sessions: lab?.sessionCount ?? 0,
      feeds: this.#feeds.get(id)?.size ?? 0,
    }
  }

  /** Who waits for labs that do not exist shares the room of one lab. */
  #feedsAt(id: string): readonly FeedConnection[] {
    const ids = this.#labs.has(id) ? [id] : [...this.#feeds.keys()].filter((other) => !this.#labs.has(other))
    return ids.flatMap((each) => [...(this.#feeds.get(each) ?? [])])
  }

  /** Only while there is a lab that could be idle. */
  #planIdleCheck(): void {
    if (this.#idleCheck !== null || this.#labs.size === 1) return
    this.#idleCheck = this.#parts.scheduler.schedule(() => {
      this.#idleCheck = null
      this.#removeIdle()
      this.#planIdleCheck()
    }, IDLE_CHECK_INTERVAL)
  }

  #removeIdle(): void {
    const now = this.#parts.scheduler.now()
    for (const [id, registered] of [...this.#labs]) {
      if (registered.lab.sessionCount > 0 || this.#feeds.has(id)) registered.usedAt = now
      if (id !== MAIN && now - registered.usedAt >= IDLE_LIMIT) this.#remove(id)
    }
  }
}
