import type { ClientTag, FaultChange } from '#trace'

/** A story that clients tell a lab, as data: played in memory on virtual time, and by real clients of a page. */
export interface Scenario {
  /** The chapter's slug, a slash and what it is about, as `the-map/greeting`. */
  readonly name: string
  /** A named configuration of a lab. Absent: any with the usual addresses, as `/ws`, `/app` and `/topic`; in memory the default one. */
  readonly configuration?: string
  /** Names of the claims that hold in its own trace. */
  readonly proves: readonly string[]
  readonly steps: readonly ScenarioStep[]
}

/** How a STOMP client reaches the server, by the names of a client card's options. */
export type ScenarioTransport =
  | 'Auto (SockJS)'
  | 'websocket'
  | 'xhr-streaming'
  | 'eventsource'
  | 'htmlfile'
  | 'xhr-polling'
  | 'raw WebSocket'

type Headers = Readonly<Record<string, string>>

/** After each step the player waits until the lab is quiet. */
export type ScenarioStep =
  | ConnectStep
  | { readonly do: 'disconnect'; readonly client: ClientTag }
  /** The server cuts the client's socket, as if the network had. */
  | { readonly do: 'kill'; readonly client: ClientTag }
  | SubscribeStep
  | { readonly do: 'unsubscribe'; readonly client: ClientTag; readonly id: string }
  | SendStep
  | OpenStep
  /** WebSocket text messages of a raw WebSocket, exactly as they stand; NUL is written `\0`. */
  | { readonly do: 'write'; readonly client: ClientTag; readonly texts: readonly string[] }
  /** One WebSocket binary message of a raw WebSocket. */
  | { readonly do: 'write-octets'; readonly client: ClientTag; readonly octets: readonly number[] }
  /** Octets below a raw WebSocket, in one segment. No browser writes them: such a scenario is played in memory. */
  | { readonly do: 'write-wire'; readonly client: ClientTag; readonly octets: readonly number[] }
  | { readonly do: 'close'; readonly client: ClientTag; readonly code?: number; readonly reason?: string }
  | RequestStep
  /** A message that the application sends by itself. */
  | { readonly do: 'publish'; readonly destination: string; readonly body: string; readonly user?: string }
  | FaultStep
  /** Milliseconds of the lab's clock. */
  | { readonly do: 'wait'; readonly for: number }
  /** A run that somebody watches stops here until they go on. */
  | { readonly do: 'mark'; readonly label: { readonly en: string; readonly vi: string } }

/** A fault of the network goes on or off. Who turns one on turns it off again: the lab may be somebody's. */
export type FaultStep = { readonly do: 'fault' } & FaultChange

/** A STOMP client connects; the step ends with CONNECTED, or with a refusal. */
export interface ConnectStep {
  readonly do: 'connect'
  readonly client: ClientTag
  /** Absent: `raw WebSocket`. */
  readonly transport?: ScenarioTransport
  /** Of `Authorization: Bearer …` on CONNECT. */
  readonly token?: string
  /** Milliseconds; absent: 10 s both ways, as stompjs has it. */
  readonly heartBeat?: readonly [outgoing: number, incoming: number]
}

export interface SubscribeStep {
  readonly do: 'subscribe'
  readonly client: ClientTag
  readonly destination: string
  /** Absent: `sub-0`, `sub-1`, … */
  readonly id?: string
  readonly headers?: Headers
}

export interface SendStep {
  readonly do: 'send'
  readonly client: ClientTag
  readonly destination: string
  readonly body: string
  /** Absent: `content-type:application/json` alone. */
  readonly headers?: Headers
}

/** A raw WebSocket, as the frame composer opens it. Nothing is written on it but by `write`. */
export interface OpenStep {
  readonly do: 'open'
  readonly client: ClientTag
  /** Of the lab; absent: `/ws`. */
  readonly path?: string
  readonly protocols?: readonly string[]
  /** Of the handshake. A browser cannot set them: such a scenario is played in memory. */
  readonly headers?: Headers
}

export interface RequestStep {
  readonly do: 'request'
  readonly method: string
  /** Of the lab. */
  readonly path: string
  readonly headers?: Headers
  readonly body?: string
}
