import type { ChannelName } from '../messaging/message-channel.ts'
import type { SendTask } from '../messaging/send-task.ts'
import type { Executor } from '../runtime/executor.ts'
import type { OfferLedger } from './offer-ledger.ts'
import type { Tracer } from './tracer.ts'

/** Sees each message offered to each subscriber, and how many tasks wait before it. */
export const tracingExecutor = (
  inner: Executor<SendTask>,
  channel: ChannelName,
  tracer: Tracer,
  offers: OfferLedger,
): Executor<SendTask> => ({
  execute(task) {
    const offered = tracer.record(
      {
        type: 'handler.offered',
        station: channel,
        handler: task.handler.name,
        index: offers.count(task.message),
        queueLength: inner.queueLength,
      },
      { session: task.message.headers.simpSessionId, cause: tracer.originOf(task.message) ?? null },
    )
    offers.offered(task.message, task.handler, offered)
    inner.execute(task)
  },
  get queueLength() {
    return inner.queueLength
  },
})
