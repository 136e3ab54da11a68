import { illegalArgument } from './java-exception.ts'
import { createMessage, type MessageHeaders, type NativeHeaders } from './message.ts'
import type { MessageChannel, SendOutcome } from './message-channel.ts'
import { fromValue } from './message-converter.ts'
import { sendOrThrow } from './send-or-throw.ts'

/** Headers of a template send: a plain map becomes native headers, one value each (spring.md 4.9). */
export interface TemplateHeaders {
  readonly native?: Readonly<Record<string, string>>
  readonly simp?: Partial<MessageHeaders>
}

const nativeHeaders = (headers: Readonly<Record<string, string>> | undefined): { nativeHeaders?: NativeHeaders } =>
  headers === undefined
    ? {}
    : { nativeHeaders: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])) }

/** Spring's `SimpMessagingTemplate`: the server's own sender, on brokerChannel or on clientOutboundChannel. */
export class SimpMessagingTemplate {
  readonly #channel: MessageChannel
  readonly #userDestinationPrefix: string

  /** @param userDestinationPrefix with a slash at its end */
  constructor(channel: MessageChannel, userDestinationPrefix: string) {
    this.#channel = channel
    this.#userDestinationPrefix = userDestinationPrefix
  }

  /** @returns never `vetoed`: what an interceptor stops is an exception here */
  convertAndSend(destination: string, value: unknown, headers: TemplateHeaders = {}): SendOutcome {
    const { payload, contentType } = fromValue(value)
    return sendOrThrow(
      this.#channel,
      createMessage(payload, {
        simpMessageType: 'MESSAGE',
        simpDestination: destination,
        contentType,
        ...nativeHeaders(headers.native),
        ...headers.simp,
      }),
    )
  }

  convertAndSendToUser(
    user: string | null,
    destination: string,
    value: unknown,
    headers: TemplateHeaders = {},
  ): SendOutcome {
    if (user === null) return { kind: 'threw', error: illegalArgument('User must not be null') }
    if (user.includes('%2F'))
      return { kind: 'threw', error: illegalArgument(`Invalid sequence "%2F" in user name: ${user}`) }
    return this.convertAndSend(this.userDestination(user, destination), value, headers)
  }

  /** Where `convertAndSendToUser` sends to (spring.md 4.9). */
  userDestination(user: string, destination: string): string {
    const slash = destination.startsWith('/') ? '' : '/'
    return `${this.#userDestinationPrefix}${user.replaceAll('/', '%2F')}${slash}${destination}`
  }
}
