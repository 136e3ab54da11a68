import * as v from 'valibot'
import type { ClaimReply, ClientTag } from '#trace'
import type { LabBackend } from '../backend/lab-backend.ts'
import type { OpenClientSocket } from './client-socket.ts'
import { LiveClient } from './live-client.ts'

/** A page begins with two; what they are called the lab decides. */
const BEGINNERS: readonly ClientTag[] = ['A', 'B']
const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The lab takes 200 commands a second of a page (trace.md, Who may speak): the others must still get through. */
const CALLBACKS_A_SECOND = 100

const claimReply = v.object({ clients: v.array(v.string()), first: v.boolean() })

/** The clients of this page: claims their letters of the lab at each hello, and keeps them while the lab is away. */
export class ClientRoster {
  readonly #backend: LabBackend
  readonly #openSocket: OpenClientSocket
  readonly #page: string
  readonly #listeners = new Set<() => void>()
  #clients: readonly LiveClient[]
  /** Letters of this page that are no card's. */
  readonly #lent: ClientTag[] = []
  #claimed = false
  #second = 0
  #callbacks = 0
  #askFirst: (first: boolean) => void = () => undefined
  /** Whether this page was the first to find A and B free: it does the first run (trace.md, Who may speak). */
  readonly first: Promise<boolean>

  /** @param page what this page calls itself: the lab gives it the same letters again after a loss */
  constructor(backend: LabBackend, openSocket: OpenClientSocket, page: string) {
    this.#backend = backend
    this.#page = page
    this.#openSocket = openSocket
    this.#clients = BEGINNERS.map((tag) => this.#createClient(tag))
    this.first = new Promise((resolve) => {
      this.#askFirst = resolve
    })
    backend.onHello(() => void this.#claimAll())
  }

  /** Whether a letter is of this page, with a card or without. */
  owns(tag: ClientTag): boolean {
    return this.#lent.includes(tag) || this.#clients.some((client) => client.tag === tag)
  }

  get clients(): readonly LiveClient[] {
    return this.#clients
  }

  /** Whether the lab has said which letters are ours. */
  get claimed(): boolean {
    return this.#claimed
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async add(): Promise<void> {
    const tag = await this.#claimNext()
    if (tag === null) return
    this.#clients = [...this.#clients, this.#createClient(tag)]
    this.#notify()
  }

  /** A letter for a client of this page that has no card; null: the lab did not answer. */
  async lendLetter(): Promise<ClientTag | null> {
    const tag = await this.#claimNext()
    if (tag !== null) this.#lent.push(tag)
    return tag
  }

  async #claimNext(): Promise<ClientTag | null> {
    const taken = [...this.#clients.map(({ tag }) => tag), ...this.#lent]
    const wanted = ALPHABET.find((letter) => !taken.includes(letter)) ?? 'Z'
    const [tag] = (await this.#claim([wanted]))?.clients ?? []
    return tag ?? null
  }

  async #claimAll(): Promise<void> {
    const reply = await this.#claim(this.#clients.map(({ tag }) => tag))
    if (reply === null) return
    for (const [index, tag] of reply.clients.entries()) this.#clients[index]?.renameTo(tag)
    this.#claimed = true
    this.#askFirst(reply.first)
    this.#notify()
  }

  async #claim(clients: readonly ClientTag[]): Promise<ClaimReply | null> {
    const reply = await this.#backend.send({ command: 'claim', clients, page: this.#page })
    if (!reply.ok) return null
    const parsed = v.safeParse(claimReply, reply.value)
    return parsed.success ? parsed.output : null
  }

  #createClient(tag: ClientTag): LiveClient {
    return new LiveClient(tag, {
      openSocket: this.#openSocket,
      report: (client, report) => {
        if (report.report !== 'callback-called' || this.#tellsCallback()) {
          void this.#backend.send({ command: 'report', client, report })
        }
      },
      now: () => this.#backend.labTime(),
    })
  }

  #tellsCallback(): boolean {
    const second = Math.floor(this.#backend.labTime() / 1000)
    if (second !== this.#second) this.#callbacks = 0
    this.#second = second
    return ++this.#callbacks <= CALLBACKS_A_SECOND
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
