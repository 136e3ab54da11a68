import type { ChannelInterceptor } from './channel-interceptor.ts'
import { type Message, withHeaders } from './message.ts'
import type { ChannelName, MessageChannel, SendOutcome } from './message-channel.ts'
import type { TaskDecorator } from './task-decorator.ts'

const SENT: SendOutcome = { kind: 'sent' }

export interface OrderedMessageChannelParts {
  readonly channel: MessageChannel
  /** Subscribers that must have handled a message before the next one is sent. */
  readonly subscribers: number
  readonly taskDecorator: TaskDecorator
}

/**
 * Spring's `OrderedMessageChannelDecorator`: one message of a session in flight at a time (spring.md 1.4.5, 1.4.6).
 * Its `send` is always true, whatever the channel's interceptors do (spring.md 1.4.7).
 */
export class OrderedMessageChannelDecorator implements MessageChannel {
  readonly name: ChannelName
  readonly #parts: OrderedMessageChannelParts
  readonly #waiting: (() => SendOutcome)[] = []
  #inProgress = false

  constructor(parts: OrderedMessageChannelParts) {
    this.name = parts.channel.name
    this.#parts = parts
  }

  send(message: Message): SendOutcome {
    this.#waiting.push(this.#parts.taskDecorator(() => this.#sendThrough(message)))
    if (!this.#inProgress) this.#sendNext()
    return SENT
  }

  #sendNext(): void {
    for (;;) {
      const send = this.#waiting.shift()
      this.#inProgress = send !== undefined
      if (send === undefined || send().kind === 'sent') return
    }
  }

  #sendThrough(message: Message): SendOutcome {
    let unhandled = this.#parts.subscribers
    const simpNextMessageTask = (): void => {
      if (--unhandled === 0) this.#sendNext()
    }
    return this.#parts.channel.send(withHeaders(message, { simpNextMessageTask }))
  }
}

/** `OrderedMessageChannelDecorator.CallbackTaskInterceptor`: lets the next message go when one was handled. */
export const callbackTaskInterceptor: ChannelInterceptor = {
  name: 'CallbackTaskInterceptor',
  afterMessageHandled(message) {
    message.headers.simpNextMessageTask?.()
  },
}
