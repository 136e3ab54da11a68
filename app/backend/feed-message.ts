import * as v from 'valibot'
import type { FeedMessage } from '#trace'

/**
 * What must hold of a message for the page to work with it. The facts of an event are not looked at: the lab is their
 * author and of the same version.
 */
const traceEvent = v.looseObject({
  seq: v.number(),
  at: v.number(),
  cause: v.nullable(v.number()),
  type: v.string(),
  station: v.string(),
})

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

const feedMessage = v.union([
  v.object({ events: v.array(traceEvent) }),
  v.object({ hello }),
  v.object({ evicted: v.number() }),
  v.object({ behind: v.number() }),
  v.object({ reply: v.nullable(v.number()), error: v.object({ code: v.string(), message: v.string() }) }),
  v.looseObject({ reply: v.number() }),
])

/** Null: not a message of this version of the feed. */
export function parseFeedMessage(data: unknown): FeedMessage | null {
  const text = typeof data === 'string' ? data : ''
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), feedMessage), text)
  return parsed.success ? (parsed.output as unknown as FeedMessage) : null
}
