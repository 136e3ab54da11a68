import type { TracedMessage, TraceEvent } from '../trace/index.ts'
import type { GoldenHop } from './golden-file.ts'

const payloadOf = (message: TracedMessage): string =>
  'text' in message.payload ? message.payload.text : `base64:${message.payload.base64}`

const hopOf = (channel: string, event: string, message: TracedMessage, thread: string | null): GoldenHop => {
  const { headers } = message
  const original = headers.nativeHeaders?.find(([name]) => name === 'simpOrigDestination')?.[1]
  return {
    channel,
    event,
    type: headers.simpMessageType,
    ...(headers.stompCommand !== undefined && { command: headers.stompCommand }),
    ...(headers.simpDestination !== undefined && { destination: headers.simpDestination }),
    ...(original !== undefined && { original }),
    ...(headers.simpSessionId !== undefined && { session: headers.simpSessionId }),
    ...(headers.simpSubscriptionId !== undefined && { subscription: headers.simpSubscriptionId }),
    ...(headers.simpUser !== undefined && { user: headers.simpUser }),
    ...(headers.contentType !== undefined && { contentType: headers.contentType }),
    ...(channel !== 'events' && { payload: payloadOf(message) }),
    ...(thread !== null && { thread }),
  }
}

/** What the recorder's interceptors and listeners would have noted of a trace. */
export const hopsOf = (events: readonly TraceEvent[]): readonly GoldenHop[] =>
  events.flatMap((event) => {
    switch (event.type) {
      case 'channel.sent':
        return [hopOf(event.station, 'sent', event.message, event.thread)]
      case 'event.published':
        return event.message ? [hopOf('events', event.event, event.message, event.thread)] : []
      case 'handler.left':
        return event.outcome.kind === 'failed' && event.message
          ? [
              {
                ...hopOf(event.channel, 'threw', event.message, event.thread),
                more: `${event.outcome.error.type}: ${event.outcome.error.message}`,
              },
            ]
          : []
      default:
        return []
    }
  })
