import type { Message } from '../messaging/message.ts'
import type { ChannelName } from '../messaging/message-channel.ts'
import type { MessageHandler } from '../messaging/message-handler.ts'
import type { SendTask } from '../messaging/send-task.ts'
import type { Executor, MaybeSuspended } from '../runtime/executor.ts'
import type { TraceFactOf } from '../trace/index.ts'
import { oncePerNumber } from './once-per-number.ts'
import type { Tracer } from './tracer.ts'

/** Which `handler.offered` led to the task that begins now. */
export class BeginningOffer {
  #seq: number | null = null

  set(seq: number): void {
    this.#seq = seq
  }

  /** Once: what a task does afterwards is not its beginning. */
  take(): number | null {
    const seq = this.#seq
    this.#seq = null
    return seq
  }
}

/** A task that was offered; it says so when it begins. */
class OfferedTask implements SendTask {
  readonly #task: SendTask
  readonly #seq: number
  readonly #beginning: BeginningOffer

  constructor(task: SendTask, seq: number, beginning: BeginningOffer) {
    this.#task = task
    this.#seq = seq
    this.#beginning = beginning
  }

  get message(): Message {
    return this.#task.message
  }

  get handler(): MessageHandler {
    return this.#task.handler
  }

  run(): MaybeSuspended<void> {
    this.#beginning.set(this.#seq)
    return this.#task.run()
  }
}

type Offer = TraceFactOf<'handler.offered'>

/** Sees each message offered to each subscriber, and how many tasks wait before it. */
export const tracingExecutor = (
  inner: Executor<SendTask>,
  station: ChannelName,
  tracer: Tracer,
  beginning: BeginningOffer,
): Executor<SendTask> => {
  /** By queue length; in the order of subscription, in which every message is offered. */
  const offers = new Map<MessageHandler, (queueLength: number) => Offer>()

  const offersTo = (handler: MessageHandler): ((queueLength: number) => Offer) => {
    const index = offers.size
    const offersToHandler = oncePerNumber(
      (queueLength): Offer => ({ type: 'handler.offered', station, handler: handler.name, index, queueLength }),
    )
    offers.set(handler, offersToHandler)
    return offersToHandler
  }

  return {
    execute(task) {
      const { message, handler } = task
      const offer = (offers.get(handler) ?? offersTo(handler))(inner.queueLength)
      const cause = tracer.originOf(message) ?? null
      const offered = tracer.record(offer, { session: message.headers.simpSessionId, cause })
      inner.execute(new OfferedTask(task, offered, beginning))
    },
    get queueLength() {
      return inner.queueLength
    },
  }
}
