import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'
import type { FeedErrorCode, FeedMessage, LabCommand, LabRegistryCommand } from '../trace/index.ts'
import { type CommandReply, refuse } from './command-reply.ts'
import { FeedBatch } from './feed-batch.ts'
import type { Lab } from './lab.ts'
import { parseFeedCommand, parseFeedResume } from './parse-feed-message.ts'

/** The page's end of a feed, as a transport offers it. */
export interface FeedConnection {
  /** Octets that were given to `send` and are not yet on the wire. */
  readonly bufferedAmount: number
  send(text: string): void
  close(code: number, reason: string): void
}

/** Who takes the commands about labs. */
interface LabKeeper {
  execute(command: LabRegistryCommand): CommandReply
}

/** trace.md, The feed and Who may speak. */
const BATCH_INTERVAL = 50
const BATCH_SIZE = 500
/** What a late timer held back for longer than this is not made up for, in milliseconds. */
const MOST_OWED = 8 * BATCH_INTERVAL
/** Milliseconds between two parts of a batch while something happens in the lab. */
const GIVE_WAY = 3
const COMMANDS_A_SECOND = 200
const COMMAND_LIMIT = 1024 * 1024
/** A page that has so much unread is left alone until it has caught up. */
const BEHIND_LIMIT = 1024 * 1024
/** A page that lacks so many events, while more happen than a batch holds, is left alone until the lab is calmer. */
const OUTPACED_LIMIT = 10 * BATCH_SIZE
/** How often a page is told how far it is behind. */
const BEHIND_INTERVAL = 1000

/** Where a lab stands alone. */
const NO_OTHER_LABS: LabKeeper = { execute: () => refuse('main-only', 'There are no other labs here.') }

const isAboutLabs = (command: LabCommand | LabRegistryCommand): command is LabRegistryCommand =>
  command.command === 'create-lab' || command.command === 'remove-lab' || command.command === 'list-labs'

/** One page's view of one lab: it resumes, gets batches, and asks for things. It never slows the lab. */
export class LabFeed {
  readonly #lab: Lab
  readonly #connection: FeedConnection
  readonly #scheduler: TaskScheduler
  readonly #labs: LabKeeper
  readonly #unsubscribe: readonly (() => void)[]
  /** The next `seq` that the page lacks; null until it resumed. */
  #next: number | null = null
  /** The batch that is planned, or what it lacks. */
  #batch: ScheduledTask | null = null
  /** What the lab's next `seq` was when the feed looked last. */
  #seen = 0
  /** Milliseconds by which timers were late, on a busy machine: the next batches follow sooner. */
  #owed = 0
  /** When the page was told that it is behind; null: it is not. */
  #toldBehindAt: number | null = null
  #pages = new Set<string>()
  #second = 0
  #commands = 0

  constructor(lab: Lab, connection: FeedConnection, scheduler: TaskScheduler, labs: LabKeeper = NO_OTHER_LABS) {
    this.#lab = lab
    this.#connection = connection
    this.#scheduler = scheduler
    this.#labs = labs
    this.#unsubscribe = [lab.onChange(() => this.#plan(BATCH_INTERVAL)), lab.onHello(() => this.#greetAgain())]
  }

  onMessage(text: string): void {
    if (text.length > COMMAND_LIMIT) this.#refuse(null, 'too-large', 'A command may have 1 MiB at most.')
    else if (this.#next === null) this.#resume(text)
    else this.#command(text)
  }

  onClose(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    this.#batch?.cancel()
    for (const page of this.#pages) this.#lab.leave(page)
  }

  #resume(text: string): void {
    const parsed = parseFeedResume(text)
    if (!parsed.ok) {
      this.#refuse(null, parsed.code, parsed.message)
      return
    }
    const { hello } = this.#lab
    const { resume, epoch } = parsed.resume
    this.#send({ hello })
    this.#next = epoch === undefined || epoch === hello.epoch ? Math.min(resume, hello.next) : hello.first
    this.#seen = hello.next
    this.#plan(0)
  }

  /** What a page offers and connects to is of now; the events that led there come with the next batch. */
  #greetAgain(): void {
    if (this.#next !== null) this.#send({ hello: this.#lab.hello })
  }

  #command(text: string): void {
    const parsed = parseFeedCommand(text)
    if (!parsed.ok) {
      this.#refuse(parsed.id, parsed.code, parsed.message)
      return
    }
    const { id, ...command } = parsed.command
    if (this.#tooMany()) {
      this.#refuse(id, 'too-many', `A feed may send ${COMMANDS_A_SECOND} commands a second.`)
      return
    }
    if ('page' in command) this.#pages.add(command.page)
    const reply = isAboutLabs(command) ? this.#labs.execute(command) : this.#lab.execute(command)
    if (reply.ok) this.#send({ reply: id, ok: reply.value })
    else this.#refuse(id, reply.code, reply.message)
  }

  #plan(delay: number): void {
    if (this.#next === null || this.#batch !== null) return
    const sooner = Math.min(delay, this.#owed)
    this.#owed -= sooner
    const due = this.#scheduler.now() + delay - sooner
    this.#batch = this.#scheduler.schedule(() => {
      this.#batch = null
      this.#flush(this.#scheduler.now() - due)
    }, delay - sooner)
  }

  #flush(late: number): void {
    const { ring } = this.#lab
    if (this.#next === null || this.#next >= ring.next) {
      this.#owed = 0
      return
    }
    this.#owed = Math.min(MOST_OWED, this.#owed + late)
    const lacking = ring.next - this.#next
    const isOutpaced =
      lacking > OUTPACED_LIMIT && ring.next - this.#seen > BATCH_SIZE * (1 + this.#owed / BATCH_INTERVAL)
    this.#seen = ring.next
    if (isOutpaced || this.#connection.bufferedAmount > BEHIND_LIMIT) {
      this.#summarise(lacking)
      this.#plan(BATCH_INTERVAL)
    } else this.#write(this.#beginBatch(this.#next), ring.next)
  }

  #summarise(lacking: number): void {
    const now = this.#scheduler.now()
    if (this.#toldBehindAt !== null && now - this.#toldBehindAt < BEHIND_INTERVAL) return
    this.#toldBehindAt = now
    this.#send({ behind: lacking })
  }

  #beginBatch(from: number): FeedBatch {
    const { ring, texts } = this.#lab
    this.#toldBehindAt = null
    if (from < ring.first) this.#send({ evicted: ring.first })
    const first = Math.max(from, ring.first)
    return new FeedBatch(first, Math.min(first + BATCH_SIZE, ring.next), texts, () => this.#scheduler.now())
  }

  /** @param known the lab's next `seq` when the feed wrote last */
  #write(batch: FeedBatch, known: number): void {
    const { next } = this.#lab.ring
    if (batch.goOn()) {
      this.#batch = null
      this.#next = batch.next
      this.#connection.send(batch.text)
      if (batch.next < next) this.#plan(BATCH_INTERVAL)
    } else this.#batch = this.#scheduler.schedule(() => this.#write(batch, next), next > known ? GIVE_WAY : 0)
  }

  #tooMany(): boolean {
    const second = Math.floor(this.#scheduler.now() / 1000)
    if (second !== this.#second) this.#commands = 0
    this.#second = second
    return ++this.#commands > COMMANDS_A_SECOND
  }

  #refuse(reply: number | null, code: FeedErrorCode, message: string): void {
    this.#send({ reply, error: { code, message } })
  }

  #send(message: FeedMessage): void {
    this.#connection.send(JSON.stringify(message))
  }
}
