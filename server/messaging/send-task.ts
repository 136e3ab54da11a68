import type { Task } from '../runtime/executor.ts'
import type { Message } from './message.ts'
import type { MessageHandler } from './message-handler.ts'

/** `ExecutorSubscribableChannel.SendTask`: one message on its way to one subscriber. */
export interface SendTask extends Task {
  readonly message: Message
  readonly handler: MessageHandler
}
