import type { ApplicationEvent, ApplicationEventPublisher } from '../messaging/application-event.ts'
import type { TraceFact } from '../trace/index.ts'
import { tracedMessage } from './traced-message.ts'
import type { Tracer } from './tracer.ts'

const published = (event: ApplicationEvent): TraceFact => {
  const about = { type: 'event.published', station: 'application', event: event.name } as const
  if (event.name === 'BrokerAvailabilityEvent')
    return { ...about, message: null, user: null, closeStatus: null, brokerAvailable: event.brokerAvailable }
  return {
    ...about,
    message: tracedMessage(event.message),
    user: event.user?.name ?? null,
    closeStatus: event.name === 'SessionDisconnectEvent' ? event.closeStatus : null,
  }
}

const sessionOf = (event: ApplicationEvent): string | null =>
  event.name === 'BrokerAvailabilityEvent' ? null : (event.message.headers.simpSessionId ?? null)

/** Sees every application event, before its listeners do. */
export const tracingEventPublisher = (inner: ApplicationEventPublisher, tracer: Tracer): ApplicationEventPublisher => ({
  publish(event) {
    tracer.record(published(event), { session: sessionOf(event) })
    inner.publish(event)
  },
})
