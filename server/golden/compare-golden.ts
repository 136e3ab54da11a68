import type { TraceEvent } from '../trace/index.ts'
import type { GoldenHop, GoldenSaw, GoldenStep } from './golden-file.ts'
import { hopsOf } from './hops.ts'

/** Real session ids by the names that a recording gives their clients. */
export type SessionNames = ReadonlyMap<string, string>

/** Response headers that are compared; the others are for reading (golden.md, How to compare, 2). */
const COMPARED_HEADERS = [
  'content-type',
  'cache-control',
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'sec-websocket-accept',
  'sec-websocket-protocol',
]

const COMPARED_HOP_FIELDS = [
  'channel',
  'event',
  'type',
  'command',
  'destination',
  'session',
  'subscription',
  'user',
  'contentType',
  'payload',
] as const satisfies readonly (keyof GoldenHop)[]

const HEARTBEAT = '\n'

const named = (text: string, names: SessionNames): string => {
  let result = text
  for (const [id, who] of names) result = result.replaceAll(id, `{${who}}`)
  return result
}

/** Text of a frame with session names, message counters and entropies as a recording writes them. */
const normalized = (text: string, names: SessionNames): string =>
  named(text, names)
    .replaceAll('\0', '^@')
    .replace(/(message-id:\{\w+\}-)\d+/g, '$1<n>')
    .replace(/("entropy":)-?\d+/g, '$1<n>')

const normalizedHeader = (value: string): string => value.toLowerCase().replace(/;\s+/g, ';')

/** One line a client can see, comparable as text. */
const sawLine = (saw: GoldenSaw, names: SessionNames): string => {
  if (saw.opened) return `opened ${saw.protocol ?? ''}`.trim()
  if (saw.refused !== undefined) return `refused ${saw.refused} ${saw.body ?? ''}`.trim()
  if (saw.closed !== undefined) return `closed ${saw.closed} ${saw.reason ?? ''}`.trim()
  if (saw.binary !== undefined) return `binary ${normalized(saw.binary, names)}`
  if (saw.text !== undefined) return `text ${normalized(saw.text, names)}`
  return `other ${JSON.stringify(saw)}`
}

const byClient = (saw: readonly GoldenSaw[]): Map<string, GoldenSaw[]> => {
  const groups = new Map<string, GoldenSaw[]>()
  for (const item of saw) groups.set(item.who, [...(groups.get(item.who) ?? []), item])
  return groups
}

const isHttp = (saw: readonly GoldenSaw[]): boolean =>
  saw.some(({ status, chunk }) => status !== undefined || chunk !== undefined)

/** Status, compared headers and joined body of one request's answer. */
const httpLines = (saw: readonly GoldenSaw[], names: SessionNames): string[] => {
  const head = saw.find(({ status }) => status !== undefined)
  const body = saw.map(({ chunk }) => chunk ?? '').join('')
  const headers = COMPARED_HEADERS.flatMap((name) => {
    const value = head?.headers?.[name]
    return value === undefined ? [] : [`${name}: ${normalizedHeader(value)}`]
  })
  const isBootError = body.includes('"timestamp":')
  return [
    ...(head ? [`status ${head.status}`, ...(isBootError ? [] : headers)] : []),
    ...(isBootError ? [] : [`${BODY}${normalized(body, names)}`]),
    ...(saw.some(({ ended }) => ended) ? ['ended'] : []),
  ]
}

const BODY = 'body '

/** A piece that a recording has cut short, at the beginning of what is left of a body. */
const CUT = /^([^…]*)…\((\d+) characters\)/

/** `…(n characters)` in a recording stands for any piece of that length that begins so. */
const sameBody = (expected: string, actual: string): boolean => {
  const [cut, start = '', length] = CUT.exec(expected) ?? []
  if (cut === undefined) return expected === actual
  return actual.startsWith(start) && sameBody(expected.slice(cut.length), actual.slice(Number(length)))
}

const sameLine = (expected: string, actual: string): boolean =>
  expected.startsWith(BODY) && actual.startsWith(BODY)
    ? sameBody(expected.slice(BODY.length), actual.slice(BODY.length))
    : expected === actual

const difference = (what: string, expected: readonly string[], actual: readonly string[]): string[] => {
  const missing = [...expected]
  const surplus = actual.filter((line) => {
    const index = missing.findIndex((wanted) => sameLine(wanted, line))
    if (index >= 0) missing.splice(index, 1)
    return index < 0
  })
  return [
    ...missing.map((line) => `${what} missing: ${JSON.stringify(line)}`),
    ...surplus.map((line) => `${what} not wanted: ${JSON.stringify(line)}`),
  ]
}

const inOrder = (what: string, expected: readonly string[], actual: readonly string[]): string[] =>
  expected.length === actual.length && expected.every((line, index) => sameLine(line, actual[index] ?? ''))
    ? []
    : [`${what}: wanted ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]

/** Heart-beats of a step with timers are compared by their number, within one (golden.md, How to compare, 6). */
const withoutHeartbeats = <T>(
  what: string,
  isHeartbeat: (item: T) => boolean,
  expected: readonly T[],
  actual: readonly T[],
): { readonly failures: string[]; readonly expected: T[]; readonly actual: T[] } => {
  const wanted = expected.filter(isHeartbeat).length
  const got = actual.filter(isHeartbeat).length
  return {
    failures: Math.abs(wanted - got) > 1 ? [`${what}: wanted ${wanted} heart-beats, got ${got}`] : [],
    expected: expected.filter((item) => !isHeartbeat(item)),
    actual: actual.filter((item) => !isHeartbeat(item)),
  }
}

const compareSaw = (step: GoldenStep, saw: readonly GoldenSaw[], names: SessionNames, unordered: boolean): string[] => {
  const expected = byClient(step.saw)
  const actual = byClient(saw)
  return [...new Set([...expected.keys(), ...actual.keys()])].flatMap((who) => {
    const wanted = expected.get(who) ?? []
    const got = actual.get(who) ?? []
    if (isHttp(wanted) || isHttp(got)) return inOrder(who, httpLines(wanted, names), httpLines(got, names))
    const beats = withoutHeartbeats<GoldenSaw>(
      who,
      ({ text }) => step.step.wait !== undefined && text === HEARTBEAT,
      wanted,
      got,
    )
    const compare = unordered ? difference : inOrder
    const lines = (list: readonly GoldenSaw[]) => list.map((item) => sawLine(item, names))
    return [...beats.failures, ...compare(who, lines(beats.expected), lines(beats.actual))]
  })
}

const threadKind = (thread: string | undefined): string =>
  thread?.replace(/-(N|\d+)(-exec-(N|\d+))?$/, '').replace(/-exec$/, '') ?? ''

/** Text after a Java class name: golden.md, How to compare, 4. */
const afterClass = (more: string): string => more.replace(/^.*?\b[\w.$]+(Exception|Error): /, '')

const hopLine = (hop: GoldenHop, names: SessionNames): string =>
  [
    ...COMPARED_HOP_FIELDS.map((field) => {
      const value = hop[field]
      return value === undefined ? '' : `${field}=${named(value, names)}`
    }).filter((text) => text !== ''),
    `thread=${threadKind(hop.thread)}`,
    ...(hop.event === 'threw' && hop.more !== undefined ? [`more=${afterClass(hop.more)}`] : []),
  ].join(' ')

const compareHops = (step: GoldenStep, events: readonly TraceEvent[], names: SessionNames): string[] => {
  const beats = withoutHeartbeats<GoldenHop>(
    'hops',
    ({ type }) => step.step.wait !== undefined && type === 'HEARTBEAT',
    step.hops,
    hopsOf(events),
  )
  const lines = (hops: readonly GoldenHop[]) => hops.map((hop) => hopLine(hop, names))
  return [...beats.failures, ...difference('hop', lines(beats.expected), lines(beats.actual))]
}

/** @returns what differs, a line each; empty: the step passed */
export const compareStep = (
  step: GoldenStep,
  actual: { readonly saw: readonly GoldenSaw[]; readonly events: readonly TraceEvent[] },
  names: SessionNames,
  unordered: boolean,
): readonly string[] => [...compareSaw(step, actual.saw, names, unordered), ...compareHops(step, actual.events, names)]
