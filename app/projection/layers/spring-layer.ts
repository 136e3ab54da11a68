import type { TracedMessage, TracedMessageHeaders } from '#trace'
import type { LayerSpan, TextLayer } from './layer.ts'
import type { SpanPart } from './span-part.ts'

/** A row of the Message's table: a header, a native header, or the payload. */
export interface SpringRow {
  readonly name: string
  readonly value: string
  readonly kind: 'header' | 'native-header' | 'payload'
  /** Against the Message at the hop before; `removed` rows have the old value. */
  readonly change: 'added' | 'changed' | 'removed' | null
  readonly before: string | null
  readonly span: LayerSpan
}

export interface SpringLayer {
  readonly rows: readonly SpringRow[]
}

/** Which header of the STOMP frame a header of the Message is made of (StompHeaderAccessor). */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  simpDestination: ['destination'],
  simpSubscriptionId: ['subscription', 'id'],
  contentType: ['content-type'],
  simpHeartbeat: ['heart-beat'],
}

const HEADERS = [
  'simpMessageType',
  'stompCommand',
  'simpSessionId',
  'simpDestination',
  'simpSubscriptionId',
  'simpUser',
  'contentType',
  'simpHeartbeat',
] as const satisfies readonly (keyof TracedMessageHeaders)[]

type PlainRow = Pick<SpringRow, 'name' | 'value' | 'kind'>

/**
 * A Spring Message as rows.
 *
 * @param previous the Message at the hop before; null: there is none, and nothing counts as changed
 * @param stomp the frame that the Message came out of, or goes into; null: there is none
 */
export const springLayer = (
  message: TracedMessage,
  previous: TracedMessage | null,
  stomp: TextLayer | null,
): SpringLayer => {
  const now = rowsOf(message)
  const before = previous === null ? null : rowsOf(previous)
  const gone = before?.filter((row) => !now.some((other) => keyOf(other) === keyOf(row))) ?? []
  const withSpan = (row: PlainRow, index: number): SpringRow['span'] => spanOf(row, index, stomp)
  return {
    rows: [
      ...now.map((row, index): SpringRow => {
        const old = before?.find((other) => keyOf(other) === keyOf(row))
        const change = before === null || old?.value === row.value ? null : old === undefined ? 'added' : 'changed'
        return {
          ...row,
          change,
          before: change === 'changed' ? (old?.value ?? null) : null,
          span: withSpan(row, index),
        }
      }),
      ...gone.map((row, index): SpringRow => {
        return { ...row, change: 'removed', before: row.value, span: withSpan(row, now.length + index) }
      }),
    ],
  }
}

const keyOf = ({ name, kind }: PlainRow): string => `${kind} ${name}`

const rowsOf = ({ headers, payload, length }: TracedMessage): readonly PlainRow[] => [
  ...HEADERS.flatMap((name): readonly PlainRow[] => {
    const value = headers[name]
    return value === undefined ? [] : [{ name, value, kind: 'header' }]
  }),
  ...(headers.nativeHeaders ?? []).map(([name, value], index, all): PlainRow => {
    const earlier = all.slice(0, index).filter(([other]) => other === name).length
    return { name: earlier === 0 ? name : `${name} (${earlier + 1})`, value, kind: 'native-header' }
  }),
  { name: 'payload', value: 'text' in payload ? payload.text : `byte[${length}]`, kind: 'payload' },
]

const PARTS = {
  header: 'spring.header',
  'native-header': 'spring.native-header',
  payload: 'spring.payload',
} as const satisfies Readonly<Record<SpringRow['kind'], SpanPart>>

const spanOf = (row: PlainRow, index: number, stomp: TextLayer | null): LayerSpan => {
  const wire = (stomp?.spans ?? []).filter((span) => isSource(row, span)).flatMap((span) => span.wire)
  return {
    id: `${PARTS[row.kind]}.${index}`,
    layer: 'spring',
    part: PARTS[row.kind],
    start: index,
    end: index + 1,
    wire: [...new Set(wire)].sort((a, b) => a - b),
    value: row.value,
    params: { name: row.name },
  }
}

const NATIVE: ReadonlySet<SpanPart> = new Set(['stomp.header-name', 'stomp.header-value'])

const isSource = ({ name, kind }: PlainRow, span: LayerSpan): boolean => {
  if (kind === 'payload') return span.part === 'stomp.body'
  if (kind === 'native-header') return NATIVE.has(span.part) && span.params.name === name
  if (name === 'simpMessageType' || name === 'stompCommand') return span.part === 'stomp.command'
  return span.part === 'stomp.header-value' && (MADE_OF[name]?.includes(String(span.params.name)) ?? false)
}
