import { type Executor, type MaybeSuspended, whenAwake } from '../runtime/executor.ts'
import type { ChannelInterceptor } from './channel-interceptor.ts'
import { asHandlingFailure, asSendFailure } from './java-exception.ts'
import type { Message } from './message.ts'
import type { ChannelName, SendOutcome, SubscribableChannel } from './message-channel.ts'
import { type HandlerOutcome, ignored, type JavaException, type MessageHandler } from './message-handler.ts'
import type { SendTask } from './send-task.ts'

const SENT: SendOutcome = { kind: 'sent' }

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
    let current = message
    let passed = 0
    for (const interceptor of this.#interceptors) {
      const decision = interceptor.preSend?.(current, this)
      if (decision?.kind === 'vetoed')
        return this.#complete(passed, current, { kind: 'vetoed', interceptor: interceptor.name })
      if (decision?.kind === 'threw')
        return this.#complete(passed, message, { kind: 'threw', error: asSendFailure(decision.error, this.name) })
      if (decision) current = decision.message
      passed++
    }
    const failure = this.#submit(current)
    const outcome: SendOutcome = failure ? { kind: 'threw', error: failure } : SENT
    if (!failure) for (const interceptor of this.#interceptors) interceptor.postSend?.(current, this, true)
    return this.#complete(this.#interceptors.length, current, outcome)
  }

  /** @returns the exception of a handler that ran on the caller's thread: the ones after it get nothing */
  #submit(message: Message): JavaException | null {
    for (const handler of this.#handlers) {
      const task = new ChannelSendTask(message, handler, this, this.#interceptors)
      this.#executor.execute(task)
      if (task.failure) return task.failure
    }
    return null
  }

  /** @param passed how many interceptors let the message pass */
  #complete(passed: number, message: Message, outcome: SendOutcome): SendOutcome {
    for (let index = passed - 1; index >= 0; index--)
      this.#interceptors[index]?.afterSendCompletion?.(message, this, outcome)
    return outcome
  }
}

/** Runs the interceptors' `beforeHandle`, the subscriber, and `afterMessageHandled` in reverse (spring.md 6.2). */
class ChannelSendTask implements SendTask {
  readonly message: Message
  readonly handler: MessageHandler
  readonly #channel: SubscribableChannel
  readonly #interceptors: readonly ChannelInterceptor[]
  /** What left the task, once it ran. */
  failure: JavaException | null = null

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
    let passed = 0
    for (const interceptor of this.#interceptors) {
      if (interceptor.beforeHandle?.(this.message, this.#channel, this.handler) === 'skip') {
        this.#handled(passed, ignored('before-handle-vetoed'))
        return undefined
      }
      passed++
    }
    return whenAwake(this.handler.handleMessage(this.message), (outcome) =>
      this.#handled(this.#interceptors.length, outcome),
    )
  }

  /** @param passed how many interceptors let the message pass */
  #handled(passed: number, outcome: HandlerOutcome): void {
    const { message, handler } = this
    if (outcome.kind === 'failed') this.failure = asHandlingFailure(outcome.error, this.#channel.name, handler.name)
    for (let index = passed - 1; index >= 0; index--)
      this.#interceptors[index]?.afterMessageHandled?.(message, this.#channel, handler, outcome)
  }
}
