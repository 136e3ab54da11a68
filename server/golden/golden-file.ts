/** The form of a recording of a running Spring. */
export interface GoldenFile {
  readonly id: string
  readonly title: string
  readonly config: string
  /** Frames of a step are compared as a multiset for each client. */
  readonly unordered?: boolean
  readonly steps: readonly GoldenStep[]
}

export interface GoldenStep {
  readonly step: GoldenAction
  readonly saw: readonly GoldenSaw[]
  readonly hops: readonly GoldenHop[]
}

export interface GoldenAction {
  readonly open?: string
  readonly path?: string
  readonly protocols?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly send?: string
  readonly text?: string
  readonly texts?: readonly string[]
  readonly binary?: string
  readonly close?: string
  readonly code?: number
  readonly reason?: string
  readonly terminate?: string
  readonly request?: string
  /** What recordings call the SockJS session that the request's path names. */
  readonly as?: string
  readonly method?: string
  readonly body?: string
  readonly abort?: string
  readonly wait?: number
}

export interface GoldenSaw {
  readonly who: string
  readonly opened?: true
  readonly protocol?: string
  readonly refused?: number
  readonly text?: string
  readonly binary?: string
  readonly closed?: number
  readonly reason?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly chunk?: string
  readonly body?: string
  readonly ended?: true
}

export interface GoldenHop {
  readonly channel: string
  readonly event: string
  readonly type: string
  readonly command?: string
  readonly destination?: string
  readonly original?: string
  readonly session?: string
  readonly subscription?: string
  readonly user?: string
  readonly contentType?: string
  readonly payload?: string
  readonly thread?: string
  readonly more?: string
}
