import type { ClientTag } from './lab-fact.ts'

/** What is done to what crosses the network, with the options of each (ux.md c.9). Times are milliseconds. */
export type FaultKind =
  /** A proxy that does not know WebSocket: handshakes lose `Upgrade` and `Connection`. */
  | { readonly fault: 'block-upgrade' }
  /** A proxy that holds a streamed answer until so many octets have come, or, with null, until it ends. */
  | { readonly fault: 'buffer-streaming'; readonly octets: number | null }
  | { readonly fault: 'drop-heart-beats-to-client' }
  | { readonly fault: 'drop-heart-beats-to-server' }
  /** Each thing takes so long, and by chance up to `jitter` longer; nothing overtakes. */
  | { readonly fault: 'latency'; readonly toServer: number; readonly toClient: number; readonly jitter: number }
  | { readonly fault: 'slow-reader'; readonly octetsPerSecond: number }
  /** Requests come from another site, and endpoints take their own site only. */
  | { readonly fault: 'wrong-origin' }
  /** CONNECT carries an expired token, whatever the client wrote. */
  | { readonly fault: 'bad-token' }
  /** On: the application is down. Off again: it is back, and remembers nothing. */
  | { readonly fault: 'server-restart' }
  | { readonly fault: 'malformed-frame'; readonly flaw: FrameFlaw }

export type FaultName = FaultKind['fault']

/** What only slows leaves no fact when it does: what it slows comes late, and that is seen. */
export type StrikingFault = Exclude<FaultName, 'latency' | 'slow-reader'>

/** How a client's STOMP frame is spoiled. */
export type FrameFlaw = 'header-without-colon' | 'no-nul' | 'unknown-command' | 'too-large'

/** Every fault, with the options that it has unless others are asked for. */
export const FAULTS: { readonly [Name in FaultName]: Extract<FaultKind, { fault: Name }> } = {
  'block-upgrade': { fault: 'block-upgrade' },
  'buffer-streaming': { fault: 'buffer-streaming', octets: null },
  'drop-heart-beats-to-client': { fault: 'drop-heart-beats-to-client' },
  'drop-heart-beats-to-server': { fault: 'drop-heart-beats-to-server' },
  latency: { fault: 'latency', toServer: 250, toClient: 250, jitter: 0 },
  'slow-reader': { fault: 'slow-reader', octetsPerSecond: 10 },
  'wrong-origin': { fault: 'wrong-origin' },
  'bad-token': { fault: 'bad-token' },
  'server-restart': { fault: 'server-restart' },
  'malformed-frame': { fault: 'malformed-frame', flaw: 'header-without-colon' },
}

/** A fault that is on. */
export type ActiveFault = FaultKind & {
  /** Null: all clients. */
  readonly client: ClientTag | null
  /** Off again as soon as it has struck. */
  readonly once: boolean
  /** When it goes off by itself, on the lab's clock; null: it does not. */
  readonly until: number | null
}

type Asked<Kind> = Kind extends FaultKind ? Pick<Kind, 'fault'> & Partial<Omit<Kind, 'fault'>> : never

/** What a page asks for. Off without a client: off wherever it is on. */
export type FaultChange = Asked<FaultKind> & {
  readonly on: boolean
  readonly client?: ClientTag
  readonly once?: boolean
  /** Milliseconds after which it goes off by itself. */
  readonly for?: number
}

/** The faults that are on after a change. */
export const withFault = (
  faults: readonly ActiveFault[],
  { before, after }: { readonly before: ActiveFault | null; readonly after: ActiveFault | null },
): readonly ActiveFault[] => {
  const gone = before ?? after
  const others = faults.filter(({ fault, client }) => fault !== gone?.fault || client !== gone?.client)
  return after === null ? others : [...others, after]
}

export type FaultFact =
  | {
      readonly type: 'fault.changed'
      readonly station: 'network'
      readonly fault: FaultName
      readonly before: ActiveFault | null
      readonly after: ActiveFault | null
      /** `strike`: it was to strike once, and has. */
      readonly by: 'page' | 'clock' | 'strike'
    }
  | {
      readonly type: 'fault.struck'
      readonly station: 'network'
      readonly fault: StrikingFault
      /** A request line, the command of a STOMP frame, or `heart-beat`. */
      readonly what: string
    }
