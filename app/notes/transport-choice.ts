/** What decides about a transport, each from what asks little to what asks much. */
export const DEMANDS = {
  freshness: ['minutes', 'seconds', 'at-once'],
  rate: ['rare', 'some', 'many'],
  direction: ['down', 'mostly-down', 'both'],
  network: ['own', 'internet', 'strict'],
} as const

export type Demand = keyof typeof DEMANDS

export type Demands = { readonly [D in Demand]: (typeof DEMANDS)[D][number] }

export type RecommendedTransport = 'polling' | 'long polling' | 'EventSource' | 'WebSocket' | 'SockJS'

interface TransportRule {
  /** The rule holds where each of these demands is one of those. */
  readonly when: { readonly [D in Demand]?: readonly Demands[D][] }
  readonly take: RecommendedTransport
  /** Names the sentence that gives the reason. */
  readonly because: 'may-wait' | 'both-but-strict' | 'both' | 'buffered' | 'only-down' | 'little-up'
}

/** The first that holds decides (Spring reference, "When to Use WebSockets"; RFC 6202). */
const RULES: readonly TransportRule[] = [
  { when: { freshness: ['minutes'] }, take: 'polling', because: 'may-wait' },
  {
    when: { direction: ['both'], rate: ['some', 'many'], network: ['strict'] },
    take: 'SockJS',
    because: 'both-but-strict',
  },
  { when: { direction: ['both'], rate: ['some', 'many'] }, take: 'WebSocket', because: 'both' },
  { when: { network: ['strict'] }, take: 'long polling', because: 'buffered' },
  { when: { direction: ['down'] }, take: 'EventSource', because: 'only-down' },
]

const OTHERWISE: TransportRule = { when: {}, take: 'EventSource', because: 'little-up' }

/** The least that does what is asked for. */
export const transportFor = (demands: Demands): Pick<TransportRule, 'take' | 'because'> =>
  RULES.find((rule) => holds(rule, demands)) ?? OTHERWISE

const holds = ({ when }: TransportRule, demands: Demands): boolean =>
  (Object.keys(when) as Demand[]).every((demand) => {
    const accepted: readonly string[] = when[demand] ?? []
    return accepted.includes(demands[demand])
  })
