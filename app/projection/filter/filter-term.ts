/** What a term can ask about. */
export const FILTER_FIELDS = ['type', 'from', 'to', 'dest', 'body', 'size', 'layer', 'dir', 'is'] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

/** What `is:` can ask. */
export const FILTER_FLAGS = ['error', 'heartbeat', 'ignored'] as const
export type FilterFlag = (typeof FILTER_FLAGS)[number]

export const FILTER_LAYERS = ['http', 'websocket', 'sockjs', 'stomp', 'spring'] as const
export type FilterLayer = (typeof FILTER_LAYERS)[number]

/** One condition. All terms of a filter hold at once. */
export type FilterTerm = { readonly negated: boolean } & FilterCondition

export type FilterCondition =
  /** STOMP's command or the HTTP verb, any of these, upper case. */
  | { readonly field: 'type'; readonly commands: readonly string[] }
  /** Letters of clients, upper case. */
  | { readonly field: 'from' | 'to'; readonly clients: readonly string[] }
  /** An Ant pattern over the destination. */
  | { readonly field: 'dest'; readonly pattern: RegExp }
  | { readonly field: 'body'; readonly pattern: RegExp }
  /** Octets of the payload. */
  | { readonly field: 'size'; readonly compare: '<' | '<=' | '>' | '>=' | '='; readonly octets: number }
  | { readonly field: 'layer'; readonly layer: FilterLayer }
  | { readonly field: 'dir'; readonly direction: 'in' | 'out' }
  | { readonly field: 'is'; readonly flag: FilterFlag }
  /** Anywhere in command, destination or body, lower case. */
  | { readonly field: 'text'; readonly words: string }

/** Why a filter cannot be read: a key of the phrases and what it has places for. */
export interface FilterProblem {
  readonly key:
    | 'filter.unknown-field'
    | 'filter.no-value'
    | 'filter.bad-size'
    | 'filter.bad-pattern'
    | 'filter.unknown-layer'
    | 'filter.unknown-direction'
    | 'filter.unknown-flag'
    | 'filter.open-quote'
  readonly params: Readonly<Record<string, string>>
  /** Where in the text the trouble is, `[start, end)`. */
  readonly start: number
  readonly end: number
}

export type ParsedFilter =
  | { readonly terms: readonly FilterTerm[]; readonly problem: null }
  | { readonly terms: null; readonly problem: FilterProblem }
