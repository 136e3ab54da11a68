import { illegalArgument } from './java-exception.ts'
import type { Message } from './message.ts'
import type { JavaException } from './message-handler.ts'

/** Spring's `UserDestinationResult`, and the ways in which there is none. */
export type UserDestinationResult =
  | { readonly kind: 'not-user-destination' }
  | { readonly kind: 'wrong-type' }
  | { readonly kind: 'failed'; readonly error: JavaException }
  | {
      readonly kind: 'resolved'
      readonly source: string
      /** What the receiver subscribed to. */
      readonly subscribeDestination: string
      readonly user: string | null
      readonly sessions: readonly string[]
      /** One for each session; empty: the user is not here. */
      readonly targets: readonly string[]
    }

export interface UserDestinationResolver {
  resolve(message: Message): UserDestinationResult
}

export interface UserDestinationResolverParts {
  /** With a slash at its end. */
  readonly prefix: string
  readonly sessionsOf: (user: string) => readonly string[]
  /** The broker's destinations do not begin with a slash (spring.md 1.2.5). */
  readonly removeLeadingSlash: boolean
}

const refused = (message: string): UserDestinationResult => ({ kind: 'failed', error: illegalArgument(message) })

/** Spring's `DefaultUserDestinationResolver` (spring.md 4.2, 4.3, 4.4). */
export const createUserDestinationResolver = ({
  prefix,
  sessionsOf,
  removeLeadingSlash,
}: UserDestinationResolverParts): UserDestinationResolver => {
  const target = (destination: string, session: string): string => {
    const rest = removeLeadingSlash && destination.startsWith('/') ? destination.slice(1) : destination
    return `${rest}-user${session}`
  }

  const forSubscription = (source: string, message: Message): UserDestinationResult => {
    const session = message.headers.simpSessionId
    if (session === undefined) return { kind: 'wrong-type' }
    const user = message.headers.simpUser?.name ?? null
    if (user?.includes('%2F')) return refused(`Invalid sequence "%2F" in user name: ${user}`)
    const destination = source.slice(prefix.length - 1)
    return {
      kind: 'resolved',
      source,
      subscribeDestination: source,
      user,
      sessions: [session],
      targets: [target(destination, session)],
    }
  }

  /** The sender's own session alone, when the sender is that user (spring.md 4.3). */
  const sessionsFor = (name: string, session: string | undefined): readonly string[] => {
    if (session === name) return [name]
    const sessions = sessionsOf(name)
    return session !== undefined && sessions.includes(session) ? [session] : sessions
  }

  const forMessage = (source: string, message: Message): UserDestinationResult => {
    const end = source.indexOf('/', prefix.length)
    if (end <= 0) return refused('Expected destination pattern "/user/{userId}/**"')
    const name = source.slice(prefix.length, end).replaceAll('%2F', '/')
    const session = message.headers.simpSessionId
    const destination = source.slice(end)
    const sessions = sessionsFor(name, session)
    return {
      kind: 'resolved',
      source,
      subscribeDestination: prefix.slice(0, -1) + destination,
      user: session === name ? null : name,
      sessions,
      targets: sessions.map((id) => target(destination, id)),
    }
  }

  return {
    resolve(message) {
      const source = message.headers.simpDestination
      if (source === undefined || !source.startsWith(prefix)) return { kind: 'not-user-destination' }
      switch (message.headers.simpMessageType) {
        case 'SUBSCRIBE':
        case 'UNSUBSCRIBE':
          return forSubscription(source, message)
        case 'MESSAGE':
          return forMessage(source, message)
        default:
          return { kind: 'wrong-type' }
      }
    },
  }
}
