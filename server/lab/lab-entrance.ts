import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { FeedMessage, LabRegistryCommand } from '../trace/index.ts'
import { type CommandReply, refuse } from './command-reply.ts'
import { MAIN } from './lab-address.ts'
import { type FeedConnection, LabFeed } from './lab-feed.ts'
import type { LabRegistry } from './lab-registry.ts'
import { parseFeedResume } from './parse-feed-message.ts'

/** Labs are made and removed from one place only: who is a guest of one lab has no say about others. */
const GUEST = {
  execute: (_command: LabRegistryCommand): CommandReply =>
    refuse('main-only', `Labs are made and removed over the feed of the lab "${MAIN}".`),
} as const

/** A page at the address of a lab's feed. The lab is made, if it does not exist, when the page asks for that. */
export class LabEntrance {
  readonly #labs: LabRegistry
  readonly #id: string
  readonly #connection: FeedConnection
  readonly #scheduler: TaskScheduler
  #feed: LabFeed | null = null

  constructor(labs: LabRegistry, id: string, connection: FeedConnection, scheduler: TaskScheduler) {
    this.#labs = labs
    this.#id = id
    this.#connection = connection
    this.#scheduler = scheduler
    labs.attach(id, connection)
  }

  onMessage(text: string): void {
    this.#feed ??= this.#enter(text)
    this.#feed?.onMessage(text)
  }

  onClose(): void {
    this.#labs.detach(this.#id, this.#connection)
    this.#feed?.onClose()
  }

  /** @param text the page's first message, where the lab does not exist */
  #enter(text: string): LabFeed | null {
    const existing = this.#labs.get(this.#id)
    const reply = existing ? null : this.#create(text)
    const lab = existing ?? this.#labs.get(this.#id)
    if (lab) return new LabFeed(lab, this.#connection, this.#scheduler, this.#id === MAIN ? this.#labs : GUEST)
    if (reply && !reply.ok) this.#send({ reply: null, error: { code: reply.code, message: reply.message } })
    return null
  }

  #create(text: string): CommandReply {
    const parsed = parseFeedResume(text)
    if (!parsed.ok) return parsed
    if (parsed.resume.create === true) return this.#labs.create(this.#id)
    return refuse('unknown-lab', `There is no lab "${this.#id}"; {"resume": 0, "create": true} makes it.`)
  }

  #send(message: FeedMessage): void {
    this.#connection.send(JSON.stringify(message))
  }
}
