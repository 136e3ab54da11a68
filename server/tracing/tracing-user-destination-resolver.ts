import type { UserDestinationResolver } from '../messaging/user-destination-resolver.ts'
import type { Tracer } from './tracer.ts'

/** Sees how a user destination becomes destinations of sessions, or why it does not. */
export const tracingUserDestinationResolver = (
  inner: UserDestinationResolver,
  tracer: Tracer,
): UserDestinationResolver => ({
  resolve(message) {
    const result = inner.resolve(message)
    if (result.kind === 'resolved' || result.kind === 'failed') {
      const from = message.headers.simpDestination ?? ''
      const resolved = result.kind === 'resolved' ? result : null
      tracer.record({
        type: 'user-destination.resolved',
        station: 'userDestinationMessageHandler',
        from,
        user: resolved?.user ?? null,
        sessions: resolved?.sessions ?? [],
        targets: resolved?.targets ?? [],
        unresolved:
          result.kind === 'failed'
            ? result.error.message
            : result.targets.length === 0
              ? 'no session of this user'
              : null,
      })
    }
    return result
  },
})
