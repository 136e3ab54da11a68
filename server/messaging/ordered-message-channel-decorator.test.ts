import { describe, expect, it } from 'vitest'
import { CurrentThread } from '../runtime/current-thread.ts'
import { ThreadPoolExecutor } from '../runtime/thread-pool-executor.ts'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import type { ChannelInterceptor } from './channel-interceptor.ts'
import { ExecutorSubscribableChannel } from './executor-subscribable-channel.ts'
import { createMessage } from './message.ts'
import { HANDLED } from './message-handler.ts'
import { callbackTaskInterceptor, OrderedMessageChannelDecorator } from './ordered-message-channel-decorator.ts'
import { PLAIN_TASK } from './task-decorator.ts'

const numbered = (n: number) => createMessage(Uint8Array.of(n), { simpMessageType: 'MESSAGE' })

/** Message n takes `sleeps[n]` milliseconds in each of two subscribers. */
const scene = (sleeps: readonly number[], interceptors: readonly ChannelInterceptor[] = []) => {
  const scheduler = new VirtualTaskScheduler()
  const channel = new ExecutorSubscribableChannel({
    name: 'clientInboundChannel',
    executor: new ThreadPoolExecutor({
      threadNamePrefix: 'clientInboundChannel-',
      corePoolSize: 8,
      turns: 1,
      scheduler,
      currentThread: new CurrentThread(),
    }),
    interceptors: [callbackTaskInterceptor, ...interceptors],
  })
  const handled: number[] = []
  for (const name of ['simpleBrokerMessageHandler', 'userDestinationMessageHandler'] as const) {
    channel.subscribe({
      name,
      handleMessage: ({ payload: [n = 0] }) => ({
        sleep: sleeps[n] ?? 0,
        resume: () => {
          handled.push(n)
          return HANDLED
        },
      }),
    })
  }
  const ordered = new OrderedMessageChannelDecorator({ channel, subscribers: 2, taskDecorator: PLAIN_TASK })
  return { scheduler, channel, ordered, handled }
}

describe('OrderedMessageChannelDecorator (spring.md 1.4.5, 1.4.6)', () => {
  it('sends a message only after every subscriber has handled the one before, where the bare channel overtakes', () => {
    const sleeps = [30, 20, 10]
    const bare = scene(sleeps)
    for (const n of [0, 1, 2]) bare.channel.send(numbered(n))
    bare.scheduler.advance(100)
    expect(bare.handled).toEqual([2, 2, 1, 1, 0, 0])

    const { scheduler, ordered, handled } = scene(sleeps)
    for (const n of [0, 1, 2]) ordered.send(numbered(n))
    scheduler.advance(100)
    expect(handled).toEqual([0, 0, 1, 1, 2, 2])
  })

  it('says that everything was sent and goes on after what an interceptor stopped (spring.md 1.4.7)', () => {
    const stopping: ChannelInterceptor = {
      name: 'stopping',
      preSend(message) {
        const [n = 0] = message.payload
        if (n === 0) return { kind: 'vetoed' }
        return n === 1
          ? { kind: 'threw', error: { type: 'java.lang.IllegalStateException', message: 'no' } }
          : { kind: 'passed', message }
      },
    }
    const { scheduler, ordered, handled } = scene([], [stopping])
    expect([0, 1, 2].map((n) => ordered.send(numbered(n)).kind)).toEqual(['sent', 'sent', 'sent'])
    scheduler.advance(10)
    expect(handled).toEqual([2, 2])
  })
})
