import { createMessage, type MessageHeaders, type NativeHeaders } from './message.ts'
import type { MessageChannel, SendOutcome } from './message-channel.ts'
import { fromValue } from './message-converter.ts'
import type { JavaException } from './message-handler.ts'

/** Headers of a template send: a plain map becomes native headers, one value each (spring.md 4.9). */
export interface TemplateHeaders {
  readonly native?: Readonly<Record<string, string>>
  readonly simp?: Partial<MessageHeaders>
}

const illegalArgument = (message: string): SendOutcome => ({
  kind: 'threw',
  error: { type: 'java.lang.IllegalArgumentException', message } satisfies JavaException,
})

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

  /** The user destination that `convertAndSendToUser` sends to; null for a name that Spring refuses (spring.md 4.9). */
  userDestination(user: string, destination: string): string | null {
    if (user.includes('%2F')) return null
    const slash = destination.startsWith('/') ? '' : '/'
    return `${this.#userDestinationPrefix}${user.replaceAll('/', '%2F')}${slash}${destination}`
  }

  convertAndSend(destination: string, value: unknown, headers: TemplateHeaders = {}): SendOutcome {
    const { payload, contentType } = fromValue(value)
    return this.#channel.send(
      createMessage(payload, {
        simpMessageType: 'MESSAGE',
        simpDestination: destination,
        contentType,
        ...nativeHeaders(headers.native),
        ...headers.simp,
      }),
    )
  }

  convertAndSendToUser(user: string, destination: string, value: unknown, headers: TemplateHeaders = {}): SendOutcome {
    const target = this.userDestination(user, destination)
    return target === null
      ? illegalArgument(`Invalid sequence "%2F" in user name: ${user}`)
      : this.convertAndSend(target, value, headers)
  }
}
