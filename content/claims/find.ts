import type { HeaderList, IgnoredReason, Station, TracedPayload, TraceEvent, TraceEventOf, TraceFactType } from '#trace'

type Caused = Pick<TraceEvent, 'cause'>
type Test<T extends TraceFactType> = (event: TraceEventOf<T>) => boolean

const isOfType = <T extends TraceFactType>(event: TraceEvent, type: T): event is TraceEventOf<T> & TraceEvent =>
  event.type === type

/** What a claim answers of the event that completes its proof. */
export const found = (event: { readonly seq: number } | null | undefined): number | null => event?.seq ?? null

/** The first event of a type that passes a test. */
export function first<T extends TraceFactType>(
  events: readonly TraceEvent[],
  type: T,
  test: Test<T> = () => true,
): TraceEventOf<T> | null {
  for (const event of events) if (isOfType(event, type) && test(event)) return event
  return null
}

/** Every event of a type that passes a test, in order. */
export function all<T extends TraceFactType>(
  events: readonly TraceEvent[],
  type: T,
  test: Test<T> = () => true,
): readonly TraceEventOf<T>[] {
  const passing: TraceEventOf<T>[] = []
  for (const event of events) if (isOfType(event, type) && test(event)) passing.push(event)
  return passing
}

/** What comes after an event, to look for what follows it in time. */
export const after = (events: readonly TraceEvent[], event: { readonly seq: number }): readonly TraceEvent[] =>
  events.slice(event.seq + 1 - (events[0]?.seq ?? 0))

/** The event that led to this one; null: it came from outside, or from before the stretch. */
export const causeOf = (events: readonly TraceEvent[], { cause }: Caused): TraceEvent | null =>
  cause === null ? null : (events[cause - (events[0]?.seq ?? 0)] ?? null)

/** The nearest event of a type, passing a test, that led to this one over however many others. */
export function causedBy<T extends TraceFactType>(
  events: readonly TraceEvent[],
  event: Caused,
  type: T,
  test: Test<T> = () => true,
): TraceEventOf<T> | null {
  for (let cause = causeOf(events, event); cause !== null; cause = causeOf(events, cause))
    if (isOfType(cause, type) && test(cause)) return cause
  return null
}

/**
 * The first event of a type, passing a test, that a certain event led to: `firstFrom(events, 'stomp.frame-decoded',
 * isFrame('SEND'), 'controller.invoked')` is the first call of a controller that a SEND led to.
 */
export function firstFrom<Origin extends TraceFactType, T extends TraceFactType>(
  events: readonly TraceEvent[],
  originType: Origin,
  isOrigin: Test<Origin>,
  type: T,
  test: Test<T> = () => true,
): TraceEventOf<T> | null {
  return first(events, type, (event) => test(event) && causedBy(events, event, originType, isOrigin) !== null)
}

/** Empty where a payload is no text. */
export const textOf = (payload: TracedPayload): string => ('text' in payload ? payload.text : '')

/** Of a request, without its query. */
export const requestPath = ({ path }: TraceEventOf<'http.requested'>): string => path.split('?', 1)[0] ?? ''

/** Value of the first header of that name, as STOMP 1.2 §Repeated Header Entries reads it. */
export const headerOf = (headers: HeaderList, name: string): string | undefined =>
  headers.find(([header]) => header === name)?.[1]

/** Value of the first HTTP header of that name, which is given in small letters and may be written in any. */
export const httpHeaderOf = (headers: HeaderList, name: string): string | undefined =>
  headers.find(([header]) => header.toLowerCase() === name)?.[1]

/** Whether something happened in that session. */
export const isOfSession =
  (session: string | null) =>
  (event: Pick<TraceEvent, 'session'>): boolean =>
    event.session === session

/** Whether a decoded or encoded STOMP frame has that command and has these headers with these values. */
export const isFrame =
  (command: string, headers: Readonly<Record<string, string>> = {}) =>
  ({ frame }: TraceEventOf<'stomp.frame-decoded' | 'stomp.frame-encoded'>): boolean =>
    frame.command === command &&
    Object.entries(headers).every(([name, value]) => headerOf(frame.headers, name) === value)

/** Whether a handler left a message alone: that handler, and for that reason where one is named. */
export const isIgnored =
  (handler: Station, reason?: IgnoredReason) =>
  ({ station, outcome }: TraceEventOf<'handler.left'>): boolean =>
    station === handler && outcome.kind === 'ignored' && (reason === undefined || outcome.reason === reason)

/** How the handlers that a message was offered to on a channel have left it so far. */
export const outcomesOf = (
  events: readonly TraceEvent[],
  sent: TraceEventOf<'channel.sent'>,
): readonly TraceEventOf<'handler.left'>[] =>
  all(
    events,
    'handler.left',
    (left) => left.channel === sent.station && causedBy(events, left, 'channel.sent')?.seq === sent.seq,
  )

/** The first message on a channel, passing a test, that every handler left alone; the last one's leaving completes it. */
export function firstTakenByNobody(
  events: readonly TraceEvent[],
  test: Test<'channel.sent'>,
): TraceEventOf<'handler.left'> | null {
  for (const sent of all(events, 'channel.sent', test)) {
    const offers = all(events, 'handler.offered', ({ cause }) => cause === sent.seq)
    const outcomes = outcomesOf(events, sent)
    const isIgnoredByAll = outcomes.every(({ outcome }) => outcome.kind === 'ignored')
    if (offers.length > 0 && outcomes.length === offers.length && isIgnoredByAll) return outcomes.at(-1) ?? null
  }
  return null
}
