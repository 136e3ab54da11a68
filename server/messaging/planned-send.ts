import type { ReplyAnnotations } from './handler-method.ts'
import type { Message } from './message.ts'
import type { JavaException } from './message-handler.ts'

/** One message that a returned value becomes. */
export type PlannedSend =
  | { readonly to: 'broker'; readonly destination: string; readonly session: string | undefined }
  /** `session` set: to that session only. */
  | { readonly to: 'user'; readonly user: string; readonly destination: string; readonly session: string | undefined }
  /** Straight to clientOutboundChannel, without the broker (spring.md 2.5.1). */
  | { readonly to: 'subscriber' }

export type ReplyPlan =
  | { readonly kind: 'planned'; readonly sends: readonly PlannedSend[] }
  | { readonly kind: 'failed'; readonly error: JavaException }

const NOTHING: ReplyPlan = { kind: 'planned', sends: [] }

const failure = (type: string, message: string): ReplyPlan => ({ kind: 'failed', error: { type, message } })

const defaultDestination = (prefix: string, message: Message): string => {
  const lookup = message.headers.lookupDestination ?? ''
  return lookup.startsWith('/') ? prefix + lookup : `${prefix}/${lookup}`
}

/** `{var}` of the mapping; the name of one that is unknown as `missing`. */
const expand = (destination: string, message: Message): { readonly text: string } | { readonly missing: string } => {
  const variables = message.headers.destinationVariables ?? {}
  const names = [...destination.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
  const missing = names.find((name) => variables[name] === undefined)
  if (missing !== undefined) return { missing }
  return { text: destination.replace(/\{([^}]+)\}/g, (_placeholder, name: string) => variables[name] ?? '') }
}

const destinationsOf = (destinations: readonly string[], prefix: string, message: Message): readonly string[] =>
  destinations.length > 0 ? destinations : [defaultDestination(prefix, message)]

/** `SendToMethodReturnValueHandler`'s user messages: without a user, the session stands in (spring.md 2.4.3). */
const toUser = (
  annotation: NonNullable<ReplyAnnotations['sendToUser']>,
  message: Message,
): readonly PlannedSend[] | null => {
  const { simpUser, simpSessionId: session } = message.headers
  const user = simpUser?.name ?? session
  if (user === undefined) return null
  const isBroadcast = simpUser !== undefined && (annotation.broadcast ?? true)
  return destinationsOf(annotation.destinations, '/queue', message).map((destination) => ({
    to: 'user',
    user,
    destination,
    session: isBroadcast ? undefined : session,
  }))
}

/** Where a returned value goes (spring.md 2.4.1–2.4.4, 2.5); `undefined` is void, `null` is nothing to send. */
export const planReply = (
  annotations: ReplyAnnotations,
  answersSubscription: boolean,
  value: unknown,
  message: Message,
): ReplyPlan => {
  if (value === undefined || value === null) return NOTHING
  const { sendTo, sendToUser } = annotations
  if (answersSubscription && !sendTo && !sendToUser) {
    return message.headers.simpSubscriptionId === undefined
      ? failure('java.lang.IllegalStateException', 'No simpSubscriptionId in the message headers')
      : { kind: 'planned', sends: [{ to: 'subscriber' }] }
  }
  const users = sendToUser ? toUser(sendToUser, message) : []
  if (users === null)
    return failure(
      'org.springframework.messaging.simp.annotation.support.MissingSessionUserException',
      'No "user" header in message',
    )
  const brokers: readonly PlannedSend[] =
    sendToUser && !sendTo
      ? []
      : destinationsOf(sendTo ?? [], '/topic', message).map((destination) => ({
          to: 'broker',
          destination,
          session: message.headers.simpSessionId,
        }))
  const sends: PlannedSend[] = []
  for (const send of [...users, ...brokers]) {
    if (send.to === 'subscriber') continue
    const expanded = expand(send.destination, message)
    if ('missing' in expanded)
      return failure(
        'java.lang.IllegalArgumentException',
        `Could not resolve placeholder '${expanded.missing}' in value "${send.destination}"`,
      )
    sends.push({ ...send, destination: expanded.text })
  }
  return { kind: 'planned', sends }
}
