import type { EventLog, FeedErrorCode, FeedHello, LabCommand, TraceEvent } from '#trace'

/** What a person should know of the feed beside whether it is there. */
export interface FeedState {
  /** Events that the lab has and the page has not; the feed is catching up. */
  readonly behind: number
  readonly notice: FeedNotice | null
}

/**
 * `restarted`: the lab began a new life, and the page a new log. `evicted`: the lab no longer has all that the page
 * lacked. `unreadable`: a message of the feed made no sense.
 */
export type FeedNotice = 'restarted' | 'evicted' | 'unreadable'

/** The answer to a command. What goes wrong is a value: nobody has to catch it. */
export type CommandReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: FeedErrorCode | 'out-of-sight'; readonly message: string }

/** What a page can do with its lab, whatever kind of lab it is. */
export interface LabBackend {
  /** Of the newest `hello`; stays when the lab is out of sight. */
  readonly hello: FeedHello | null
  readonly state: FeedState
  send(command: LabCommand): Promise<CommandReply>
  /** Milliseconds on the lab's clock, carried on by the page's when the lab is out of sight. */
  labTime(): number
  /** Called after each change of `state`. */
  subscribe(listener: () => void): () => void
  /** Called for each `hello`, after the log is ready for its events. */
  onHello(listener: (hello: FeedHello) => void): () => void
}

/** Where a backend puts what it hears: as much of the trace store as it needs. */
export interface TraceSink {
  readonly log: EventLog
  /** Which life of the lab the log is of; null before the first. */
  readonly epoch: string | null
  /** The feed is there (again). Another life of the lab, or a gap, begins a new log. */
  open(hello: FeedHello): void
  /** @param octets size of the whole batch as it came */
  append(events: readonly TraceEvent[], octets: number): void
  lose(): void
}
