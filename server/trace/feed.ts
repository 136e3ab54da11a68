import type { LabConfiguration } from './lab-configuration.ts'
import type { ClientReport, ClientTag, TraceEvent } from './trace-event.ts'

/** First message of a page on `/trace`: the next `seq` that it lacks, and the life of the lab that it has seen. */
export interface FeedResume {
  readonly resume: number
  readonly epoch?: string
}

/** What a page may ask of its lab (trace.md, The feed and the commands). Each carries an `id` for its reply. */
export type LabCommand =
  /** `page` is the page's own name for itself: a page that comes back finds the letters of its living clients again. */
  | { readonly command: 'claim'; readonly clients: readonly ClientTag[]; readonly page: string }
  | { readonly command: 'configure'; readonly config: string | LabConfiguration }
  | { readonly command: 'kill'; readonly session: string }
  | { readonly command: 'mark'; readonly label: string }
  | { readonly command: 'report'; readonly client: ClientTag; readonly session?: string; readonly report: ClientReport }
  | { readonly command: 'restart' }
  | { readonly command: 'publish'; readonly destination: string; readonly body: string; readonly user?: string }

export type FeedCommand = LabCommand & { readonly id: number }

/** `claim` answers with the letters granted, `first` with whether this page does the first run. */
export interface ClaimReply {
  readonly clients: readonly ClientTag[]
  readonly first: boolean
}

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
  | 'unknown-configuration'
  | 'impossible-configuration'
  | 'invalid'

export type FeedMessage =
  | { readonly hello: FeedHello }
  | { readonly events: readonly TraceEvent[] }
  | { readonly evicted: number }
  | { readonly behind: number }
  | { readonly reply: number; readonly ok: unknown }
  | { readonly reply: number | null; readonly error: { readonly code: FeedErrorCode; readonly message: string } }
