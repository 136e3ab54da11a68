import { describe, expect, it } from 'vitest'
import { CallerRunsExecutor } from '../runtime/caller-runs-executor.ts'
import { CurrentThread } from '../runtime/current-thread.ts'
import { ThreadPoolExecutor } from '../runtime/thread-pool-executor.ts'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import type { ChannelInterceptor } from './channel-interceptor.ts'
import { ExecutorSubscribableChannel } from './executor-subscribable-channel.ts'
import { createMessage, withHeaders } from './message.ts'
import { failed, HANDLED, type HandlerName, type HandlerOutcome, type MessageHandler } from './message-handler.ts'

const MESSAGE = createMessage(new Uint8Array(), { simpMessageType: 'MESSAGE', simpDestination: '/topic/a' })
const BAD_ARGUMENT = { type: 'java.lang.IllegalArgumentException', message: 'Bad input' }
const BAD_TOKEN = { type: 'org.springframework.messaging.MessageDeliveryException', message: 'bad token' }

const scene = (options: { pooled: boolean; interceptors?: readonly ChannelInterceptor[] }) => {
  const scheduler = new VirtualTaskScheduler()
  const currentThread = new CurrentThread()
  const executor = options.pooled
    ? new ThreadPoolExecutor({
        threadNamePrefix: 'clientInboundChannel-',
        corePoolSize: 4,
        turns: 1,
        scheduler,
        currentThread,
      })
    : new CallerRunsExecutor(scheduler, currentThread)
  const channel = new ExecutorSubscribableChannel({
    name: options.pooled ? 'clientInboundChannel' : 'brokerChannel',
    executor,
    interceptors: options.interceptors ?? [],
  })
  const handled: string[] = []
  const handler = (name: HandlerName, outcome: HandlerOutcome = HANDLED): MessageHandler => ({
    name,
    handleMessage: () => {
      handled.push(`${name} on ${currentThread.name}`)
      return outcome
    },
  })
  return { channel, scheduler, handled, handler }
}

const noting = (name: string, notes: string[], parts: Partial<ChannelInterceptor> = {}): ChannelInterceptor => ({
  name,
  preSend(message) {
    notes.push(`${name} preSend`)
    return { kind: 'passed', message }
  },
  postSend: () => void notes.push(`${name} postSend`),
  afterSendCompletion: (_message, _channel, outcome) => void notes.push(`${name} afterSendCompletion ${outcome.kind}`),
  ...parts,
})

describe('ExecutorSubscribableChannel (spring.md 1.1.1)', () => {
  it('gives every message to every subscriber, each as a task of its own, in the order of subscription', () => {
    const { channel, scheduler, handled, handler } = scene({ pooled: true })
    channel.subscribe(handler('simpAnnotationMethodMessageHandler'))
    channel.subscribe(handler('simpleBrokerMessageHandler'))
    expect(channel.send(MESSAGE)).toEqual({ kind: 'sent' })
    expect(handled).toEqual([])
    scheduler.advance(0)
    expect(handled).toEqual([
      'simpAnnotationMethodMessageHandler on clientInboundChannel-1',
      'simpleBrokerMessageHandler on clientInboundChannel-2',
    ])
  })

  it('keeps the exception of a pooled handler from the sender (spring.md 1.4.4)', () => {
    const { channel, scheduler, handled, handler } = scene({ pooled: true })
    channel.subscribe(handler('userDestinationMessageHandler', failed(BAD_ARGUMENT)))
    channel.subscribe(handler('simpleBrokerMessageHandler'))
    expect(channel.send(MESSAGE)).toEqual({ kind: 'sent' })
    scheduler.advance(0)
    expect(handled).toHaveLength(2)
  })

  it('throws a handler’s exception to the sender on the caller’s thread, and nobody after it is called', () => {
    const { channel, handled, handler } = scene({ pooled: false })
    channel.subscribe(handler('simpleBrokerMessageHandler', failed(BAD_ARGUMENT)))
    channel.subscribe(handler('userDestinationMessageHandler'))
    expect(channel.send(MESSAGE)).toMatchObject({
      kind: 'threw',
      error: { type: 'org.springframework.messaging.MessageDeliveryException' },
    })
    expect(handled).toHaveLength(1)
  })
})

describe('interceptors around a send (spring.md 6.1)', () => {
  it('run preSend and postSend in order, afterSendCompletion in reverse', () => {
    const notes: string[] = []
    const { channel } = scene({ pooled: true, interceptors: [noting('A', notes), noting('B', notes)] })
    channel.addFirstInterceptor(noting('first', notes))
    channel.send(MESSAGE)
    expect(notes).toEqual([
      'first preSend',
      'A preSend',
      'B preSend',
      'first postSend',
      'A postSend',
      'B postSend',
      'B afterSendCompletion sent',
      'A afterSendCompletion sent',
      'first afterSendCompletion sent',
    ])
  })

  it('a preSend that returns null ends the send; only those before it are told', () => {
    const notes: string[] = []
    const veto = noting('veto', notes, { preSend: () => ({ kind: 'vetoed' }) })
    const { channel, scheduler, handled, handler } = scene({
      pooled: true,
      interceptors: [noting('A', notes), veto, noting('B', notes)],
    })
    channel.subscribe(handler('simpleBrokerMessageHandler'))
    expect(channel.send(MESSAGE)).toEqual({ kind: 'vetoed', interceptor: 'veto' })
    scheduler.advance(0)
    expect([notes, handled]).toEqual([['A preSend', 'A afterSendCompletion vetoed'], []])
  })

  it('a MessagingException goes to the sender as it is, any other is wrapped', () => {
    const throwing = (error: typeof BAD_TOKEN): ChannelInterceptor => ({
      name: 'throwing',
      preSend: () => ({ kind: 'threw', error }),
    })
    const { channel: refusing } = scene({ pooled: true, interceptors: [throwing(BAD_TOKEN)] })
    expect(refusing.send(MESSAGE)).toEqual({ kind: 'threw', error: BAD_TOKEN })
    const { channel: breaking } = scene({ pooled: true, interceptors: [throwing(BAD_ARGUMENT)] })
    expect(breaking.send(MESSAGE)).toEqual({
      kind: 'threw',
      error: {
        type: 'org.springframework.messaging.MessageDeliveryException',
        message: 'Failed to send message to ExecutorSubscribableChannel[clientInboundChannel]',
      },
    })
  })

  it('hand on the message that preSend made of it', () => {
    const renamed: ChannelInterceptor = {
      name: 'renaming',
      preSend: (message) => ({ kind: 'passed', message: withHeaders(message, { simpDestination: '/topic/b' }) }),
    }
    const { channel, scheduler } = scene({ pooled: true, interceptors: [renamed] })
    const seen: (string | undefined)[] = []
    channel.subscribe({
      name: 'simpleBrokerMessageHandler',
      handleMessage: ({ headers }) => {
        seen.push(headers.simpDestination)
        return HANDLED
      },
    })
    channel.send(MESSAGE)
    scheduler.advance(0)
    expect(seen).toEqual(['/topic/b'])
  })
})

describe('interceptors around a handler (spring.md 6.2)', () => {
  const around = (name: string, notes: string[], skipped?: HandlerName): ChannelInterceptor => ({
    name,
    beforeHandle(_message, _channel, handler) {
      notes.push(`${name} before ${handler.name}`)
      return handler.name === skipped ? 'skip' : 'handle'
    },
    afterMessageHandled: (_message, _channel, handler, outcome) =>
      void notes.push(`${name} after ${handler.name} ${outcome.kind}`),
  })

  it('run once for each subscriber, the second half in reverse, after a failure too', () => {
    const notes: string[] = []
    const { channel, scheduler, handler } = scene({
      pooled: true,
      interceptors: [around('A', notes), around('B', notes)],
    })
    channel.subscribe(handler('userDestinationMessageHandler', failed(BAD_ARGUMENT)))
    channel.send(MESSAGE)
    scheduler.advance(0)
    expect(notes).toEqual([
      'A before userDestinationMessageHandler',
      'B before userDestinationMessageHandler',
      'B after userDestinationMessageHandler failed',
      'A after userDestinationMessageHandler failed',
    ])
  })

  it('a beforeHandle that returns null skips that subscriber only', () => {
    const notes: string[] = []
    const { channel, scheduler, handled, handler } = scene({
      pooled: true,
      interceptors: [around('A', notes), around('B', notes, 'simpleBrokerMessageHandler')],
    })
    channel.subscribe(handler('simpleBrokerMessageHandler'))
    channel.subscribe(handler('userDestinationMessageHandler'))
    channel.send(MESSAGE)
    scheduler.advance(0)
    expect(handled).toEqual(['userDestinationMessageHandler on clientInboundChannel-2'])
    expect(notes.slice(0, 3)).toEqual([
      'A before simpleBrokerMessageHandler',
      'B before simpleBrokerMessageHandler',
      'A after simpleBrokerMessageHandler ignored',
    ])
  })
})
