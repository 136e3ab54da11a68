import { type Executor, type MaybeSuspended, whenAwake } from '../runtime/executor.ts'
import type { ChannelInterceptor } from './channel-interceptor.ts'
import { asSendFailure } from './java-exception.ts'
import type { Message } from './message.ts'
import type { ChannelName, SendOutcome, SubscribableChannel } from './message-channel.ts'
import { type HandlerOutcome, ignored, type JavaException, type MessageHandler } from './message-handler.ts'
import type { SendTask } from './send-task.ts'

export interface ExecutorSubscribableChannelParts {
  readonly name: ChannelName
  readonly executor: Executor<SendTask>
  /** In the order of their running. */
  readonly interceptors: readonly ChannelInterceptor[]
}

/**
 * Spring's `ExecutorSubscribableChannel` on its `AbstractMessageChannel`: every subscriber gets every message, as a
 * task of its own; there is no routing here (spring.md 1.1.1, 6.1, 6.2).
 */
export class ExecutorSubscribableChannel implements SubscribableChannel {
  readonly name: ChannelName
  readonly #executor: Executor<SendTask>
  readonly #interceptors: ChannelInterceptor[]
  readonly #handlers: MessageHandler[] = []

  constructor({ name, executor, interceptors }: ExecutorSubscribableChannelParts) {
    this.name = name
    this.#executor = executor
    this.#interceptors = [...interceptors]
  }

  subscribe(handler: MessageHandler): void {
    if (!this.#handlers.includes(handler)) this.#handlers.push(handler)
  }

  /** Before all others, as a broker handler does at its start (spring.md 1.5). */
  addFirstInterceptor(interceptor: ChannelInterceptor): void {
    this.#interceptors.unshift(interceptor)
  }

  send(message: Message): SendOutcome {
    const applied: ChannelInterceptor[] = []
    let current = message
    for (const interceptor of this.#interceptors) {
      const decision = interceptor.preSend?.(current, this) ?? { kind: 'passed', message: current }
      if (decision.kind === 'vetoed')
        return this.#complete(applied, current, { kind: 'vetoed', interceptor: interceptor.name })
      if (decision.kind === 'threw')
        return this.#complete(applied, current, { kind: 'threw', error: asSendFailure(decision.error, this.name) })
      current = decision.message
      applied.push(interceptor)
    }
    const failure = this.#submit(current)
    if (failure) return this.#complete(applied, current, { kind: 'threw', error: asSendFailure(failure, this.name) })
    for (const interceptor of this.#interceptors) interceptor.postSend?.(current, this, true)
    return this.#complete(applied, current, { kind: 'sent' })
  }

  /** @returns the exception of a handler that ran on the caller's thread: the ones after it get nothing */
  #submit(message: Message): JavaException | null {
    for (const handler of this.#handlers) {
      const task = new ChannelSendTask(message, handler, this, this.#interceptors)
      this.#executor.execute(task)
      if (task.failure && task.ranWithinExecute) return task.failure
      task.ranWithinExecute = false
    }
    return null
  }

  #complete(applied: readonly ChannelInterceptor[], message: Message, outcome: SendOutcome): SendOutcome {
    for (const interceptor of applied.toReversed()) interceptor.afterSendCompletion?.(message, this, outcome)
    return outcome
  }
}

/** Runs the interceptors' `beforeHandle`, the subscriber, and `afterMessageHandled` in reverse (spring.md 6.2). */
class ChannelSendTask implements SendTask {
  readonly message: Message
  readonly handler: MessageHandler
  readonly #channel: SubscribableChannel
  readonly #interceptors: readonly ChannelInterceptor[]
  failure: JavaException | null = null
  ranWithinExecute = true

  constructor(
    message: Message,
    handler: MessageHandler,
    channel: SubscribableChannel,
    interceptors: readonly ChannelInterceptor[],
  ) {
    this.message = message
    this.handler = handler
    this.#channel = channel
    this.#interceptors = interceptors
  }

  run(): MaybeSuspended<void> {
    const applied: ChannelInterceptor[] = []
    for (const interceptor of this.#interceptors) {
      if (interceptor.beforeHandle?.(this.message, this.#channel, this.handler) === 'skip') {
        this.#after(applied, ignored('before-handle-vetoed'))
        return undefined
      }
      applied.push(interceptor)
    }
    return whenAwake(this.handler.handleMessage(this.message), (outcome) => this.#after(applied, outcome))
  }

  #after(applied: readonly ChannelInterceptor[], outcome: HandlerOutcome): void {
    if (outcome.kind === 'failed') this.failure = outcome.error
    for (const interceptor of applied.toReversed())
      interceptor.afterMessageHandled?.(this.message, this.#channel, this.handler, outcome)
  }
}
