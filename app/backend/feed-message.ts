import * as v from 'valibot'
import type { FeedMessage, TraceEvent } from '#trace'

/**
 * What must hold of a message for the page to work with it. The facts of an event are not looked at: the lab is their
 * author and of the same version.
 */
function isTraceEvent(value: unknown): value is TraceEvent {
  if (typeof value !== 'object' || value === null) return false
  const { seq, at, cause, type, station } = value as Partial<Record<keyof TraceEvent, unknown>>
  return (
    typeof seq === 'number' &&
    typeof at === 'number' &&
    (cause === null || typeof cause === 'number') &&
    typeof type === 'string' &&
    typeof station === 'string'
  )
}

/** Looked at where they are: thousands a second are not copied. */
const traceEvents = v.custom<readonly TraceEvent[]>((value) => Array.isArray(value) && value.every(isTraceEvent))

const hello = v.looseObject({
  version: v.literal(1),
  epoch: v.string(),
  lab: v.string(),
  config: v.looseObject({
    endpoints: v.array(v.looseObject({ path: v.string() })),
    applicationDestinationPrefixes: v.array(v.string()),
    simpleBroker: v.looseObject({ destinationPrefixes: v.array(v.string()) }),
  }),
  first: v.number(),
  next: v.number(),
  now: v.number(),
  suggestions: v.object({ send: v.array(v.string()), subscribe: v.array(v.string()) }),
})

/** Each message is known by one of its keys: under load there are hundreds a second. */
const MESSAGES = {
  events: v.object({ events: traceEvents }),
  hello: v.object({ hello }),
  evicted: v.object({ evicted: v.number() }),
  behind: v.object({ behind: v.number() }),
  error: v.object({ reply: v.nullable(v.number()), error: v.object({ code: v.string(), message: v.string() }) }),
  reply: v.looseObject({ reply: v.number() }),
}
const KEYS = Object.keys(MESSAGES) as readonly (keyof typeof MESSAGES)[]

const feedMessage = v.pipe(
  v.string(),
  v.parseJson(),
  v.lazy((message) => {
    const key = KEYS.find((known) => typeof message === 'object' && message !== null && known in message)
    return key === undefined ? v.never() : MESSAGES[key]
  }),
)

/** Null: not a message of this version of the feed. */
export function parseFeedMessage(data: unknown): FeedMessage | null {
  const text = typeof data === 'string' ? data : ''
  const parsed = v.safeParse(feedMessage, text)
  return parsed.success ? (parsed.output as unknown as FeedMessage) : null
}
