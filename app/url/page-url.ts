import type { PageClock } from '../backend/page-clock.ts'
import { formatPageAddress, type PageAddress, parsePageAddress } from './page-address.ts'

/** As much of `window` as the address bar needs. */
export interface AddressBar {
  readonly location: { readonly search: string; readonly pathname: string; readonly hash: string }
  readonly history: { readonly state: unknown; replaceState(state: unknown, unused: string, url: string): void }
}

/** Browsers refuse a page that rewrites its address too often. */
const QUIET = 250

/** The page's address, read once and kept true. It replaces and never pushes, so that Back leaves the page. */
export class PageUrl {
  readonly #bar: AddressBar
  readonly #clock: PageClock
  #current: PageAddress
  #callOff: (() => void) | null = null

  constructor(bar: AddressBar, clock: PageClock) {
    this.#bar = bar
    this.#clock = clock
    this.#current = parsePageAddress(bar.location.search, bar.location.hash)
  }

  get current(): PageAddress {
    return this.#current
  }

  set(change: Partial<PageAddress>): void {
    const next = { ...this.#current, ...change }
    const same = formatPageAddress(next, '') === formatPageAddress(this.#current, '')
    this.#current = next
    if (same || this.#callOff !== null) return
    this.#callOff = this.#clock.after(QUIET, () => this.#write())
  }

  #write(): void {
    const { location, history } = this.#bar
    this.#callOff = null
    history.replaceState(history.state, '', location.pathname + formatPageAddress(this.#current, location.search))
  }
}
