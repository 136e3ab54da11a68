import type { ClaimReply, ClientTag } from '../trace/index.ts'
import type { ClientAdmission } from '../tracing/tracing-web-socket-handler.ts'

/** trace.md, Who may speak. */
const TAG = /^[A-Za-z0-9]{1,12}$/

/** How many ended sessions keep their tag, for facts that come after the end. */
const REMEMBERED = 1000

/** `A`, …, `Z`, `AA`, `AB`, … */
const letters = (index: number): ClientTag =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/**
 * Who is called what in a lab. A tag belongs to one live session; a page may claim tags for clients that it will
 * connect.
 */
export class ClientRegistry implements ClientAdmission {
  readonly #live = new Map<ClientTag, { readonly session: string; readonly page: string | null }>()
  /** Sessions over SockJS that their clients have not used. */
  readonly #trials = new Set<string>()
  readonly #claims = new Map<ClientTag, string>()
  readonly #tagOf = new Map<string, ClientTag>()
  readonly #ended: string[] = []

  /** A session that was only tried gives its tag up to the next one that asks for it. */
  admit(session: string, wanted: ClientTag | null, isTrial = false): ClientTag {
    const tag = wanted !== null && TAG.test(wanted) && this.#isFree(wanted) ? wanted : this.#nextFree()
    const tried = this.#live.get(tag)
    if (tried) this.leave(tried.session)
    if (isTrial) this.#trials.add(session)
    this.#live.set(tag, { session, page: this.#claims.get(tag) ?? null })
    this.#tagOf.set(session, tag)
    return tag
  }

  settle(session: string): void {
    this.#trials.delete(session)
  }

  /** The session ended, or its client went away, which a server over HTTP may find out much later. */
  leave(session: string): void {
    this.#trials.delete(session)
    const tag = this.#tagOf.get(session)
    if (tag === undefined || this.#live.get(tag)?.session !== session) return
    this.#live.delete(tag)
    this.#ended.push(session)
    if (this.#ended.length > REMEMBERED) this.#tagOf.delete(this.#ended.shift() ?? '')
  }

  clientOf(session: string): ClientTag | null {
    return this.#tagOf.get(session) ?? null
  }

  sessionOf(tag: ClientTag): string | null {
    return this.#live.get(tag)?.session ?? null
  }

  /** Gives the page as many tags as it asked for: those it named where they are free or its own, else the next free. */
  claim(wanted: readonly ClientTag[], page: string): ClaimReply {
    const clients = wanted.map((tag) => {
      const granted = TAG.test(tag) && this.#isFor(tag, page) ? tag : this.#nextFree()
      this.#claims.set(granted, page)
      return granted
    })
    return {
      clients,
      first: clients.includes('A') && clients.includes('B') && !this.#live.has('A') && !this.#live.has('B'),
    }
  }

  /** The page went away. */
  release(page: string): void {
    for (const [tag, owner] of this.#claims) if (owner === page) this.#claims.delete(tag)
  }

  #isFree(tag: ClientTag): boolean {
    const live = this.#live.get(tag)
    return live === undefined || this.#trials.has(live.session)
  }

  #isFor(tag: ClientTag, page: string): boolean {
    const live = this.#live.get(tag)
    const claim = this.#claims.get(tag)
    return (live === undefined || live.page === page) && (claim === undefined || claim === page)
  }

  #nextFree(): ClientTag {
    let index = 0
    while (this.#live.has(letters(index)) || this.#claims.has(letters(index))) index++
    return letters(index)
  }
}
