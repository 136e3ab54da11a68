import type { Message } from '../messaging/message.ts'
import type { ChannelName } from '../messaging/message-channel.ts'
import type { MessageHandler } from '../messaging/message-handler.ts'
import type { SendTask } from '../messaging/send-task.ts'
import type { Executor, MaybeSuspended } from '../runtime/executor.ts'
import type { UnreadEvent, UnreadOffer } from '../trace/index.ts'
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
  readonly message: Message
  readonly handler: MessageHandler
  readonly #task: SendTask
  readonly #seq: number
  readonly #beginning: BeginningOffer

  constructor(task: SendTask, seq: number, beginning: BeginningOffer) {
    this.message = task.message
    this.handler = task.handler
    this.#task = task
    this.#seq = seq
    this.#beginning = beginning
  }

  run(): MaybeSuspended<void> {
    this.#beginning.set(this.#seq)
    return this.#task.run()
  }
}

/** The detail is how many tasks wait before it. */
const unreadOffer = (station: ChannelName, handler: MessageHandler['name'], index: number): UnreadOffer => ({
  type: 'handler.offered',
  station,
  index,
  octets: () => 0,
  read: ({ detail }: UnreadEvent) => ({
    type: 'handler.offered',
    station,
    handler,
    index,
    queueLength: detail as number,
  }),
})

/** Sees each message offered to each subscriber, and how many tasks wait before it. */
export const tracingExecutor = (
  inner: Executor<SendTask>,
  channel: ChannelName,
  tracer: Tracer,
  beginning: BeginningOffer,
): Executor<SendTask> => {
  /** In the order of subscription, in which every message is offered. */
  const offers = new Map<MessageHandler, UnreadOffer>()
  const offerTo = (handler: MessageHandler): UnreadOffer => {
    const known = offers.get(handler)
    if (known) return known
    const offer = unreadOffer(channel, handler.name, offers.size)
    offers.set(handler, offer)
    return offer
  }
  return {
    execute(task) {
      const { message, handler } = task
      const offered = tracer.record(offerTo(handler), {
        session: message.headers.simpSessionId,
        cause: tracer.originOf(message) ?? null,
        detail: inner.queueLength,
      })
      inner.execute(new OfferedTask(task, offered, beginning))
    },
    get queueLength() {
      return inner.queueLength
    },
  }
}
