import type { FaultChange } from './fault-fact.ts'
import type { GateBreakpoint } from './gate-fact.ts'
import type { LabConfiguration } from './lab-configuration.ts'
import type { ClientReport, ClientTag, KillKind } from './lab-fact.ts'
import type { TraceEvent } from './trace-event.ts'

/** First message of a page on `/trace`: the next `seq` that it lacks, and the life of the lab that it has seen. */
export interface FeedResume {
  readonly resume: number
  readonly epoch?: string
  /** Make the lab of this address, with the default configuration, should it not exist. */
  readonly create?: boolean
}

/** What a page may ask of its lab (trace.md, The feed and the commands). Each carries an `id` for its reply. */
export type LabCommand =
  /** `page` is the page's own name for itself: a page that comes back finds the letters of its living clients again. */
  | { readonly command: 'claim'; readonly clients: readonly ClientTag[]; readonly page: string }
  | { readonly command: 'configure'; readonly config: string | LabConfiguration }
  /** Without `how`: a reset. `code` is what a close is made with, 1000 unless given. */
  | { readonly command: 'kill'; readonly session: string; readonly how?: KillKind; readonly code?: number }
  | { readonly command: 'set-faults'; readonly faults: readonly FaultChange[] }
  /** All breakpoints of that page, which repeats them every few seconds: a page that falls silent holds nothing. */
  | { readonly command: 'set-gates'; readonly gates: readonly GateBreakpoint[]; readonly page: string }
  | { readonly command: 'release'; readonly held: number | 'all' }
  /** What waits there is refused. */
  | { readonly command: 'drop'; readonly held: number }
  | { readonly command: 'mark'; readonly label: string }
  | { readonly command: 'report'; readonly client: ClientTag; readonly session?: string; readonly report: ClientReport }
  | { readonly command: 'restart' }
  | { readonly command: 'publish'; readonly destination: string; readonly body: string; readonly user?: string }

/**
 * What a page may ask about labs, over the feed of `main`. A lab's id has 1 to 32 of `a-z`, `0-9` and `-`. A lab without
 * feeds and sessions is removed after 10 minutes; `main` always exists.
 */
export type LabRegistryCommand =
  /** Answered with a {@link LabSummary}. Without `config`: the default one. */
  | { readonly command: 'create-lab'; readonly lab: string; readonly config?: string | LabConfiguration }
  /** Its sessions and feeds are closed with 1001. */
  | { readonly command: 'remove-lab'; readonly lab: string }
  /** Answered with all of them, `main` first. */
  | { readonly command: 'list-labs' }

export interface LabSummary {
  readonly lab: string
  /** The name of its configuration. */
  readonly config: string
  readonly sessions: number
  readonly feeds: number
}

export type FeedCommand = (LabCommand | LabRegistryCommand) & { readonly id: number }

/** `claim` answers with the letters granted, `first` with whether this page does the first run. */
export interface ClaimReply {
  readonly clients: readonly ClientTag[]
  readonly first: boolean
}

/** The feed's first answer, and sent again to every page when the lab was configured: then with the same epoch. */
export interface FeedHello {
  readonly version: 1
  /** One life of a lab. */
  readonly epoch: string
  readonly lab: string
  readonly config: LabConfiguration
  /** Oldest event that the ring still has. */
  readonly first: number
  /** `seq` that the next event will get. */
  readonly next: number
  /** The lab's clock, milliseconds since it began. */
  readonly now: number
  /** What a page can offer as suggestions. */
  readonly suggestions: {
    readonly send: readonly string[]
    readonly subscribe: readonly string[]
  }
}

export type FeedErrorCode =
  | 'malformed'
  | 'unknown-command'
  | 'too-large'
  | 'too-many'
  | 'unknown-session'
  /** It does not wait any more. */
  | 'not-held'
  | 'unknown-configuration'
  /** `message` is what Spring says. */
  | 'impossible-configuration'
  | 'unknown-lab'
  | 'lab-exists'
  | 'too-many-labs'
  /** `main` cannot be removed, and other labs' feeds know nothing of labs. */
  | 'main-only'
  | 'invalid'

export type FeedMessage =
  | { readonly hello: FeedHello }
  | { readonly events: readonly TraceEvent[] }
  | { readonly evicted: number }
  | { readonly behind: number }
  | { readonly reply: number; readonly ok: unknown }
  | { readonly reply: number | null; readonly error: { readonly code: FeedErrorCode; readonly message: string } }
