import { describe, expect, test } from 'vitest'
import type { WebSocketMessage } from '../websocket/websocket-message.ts'
import { PUBLIC_SOCKJS_PROFILE } from './public-sock-js-profile.ts'
import { stepSockJsSession } from './sock-js-session-step.ts'
import { newSockJsState, type SockJsEffect, type SockJsInput, type SockJsSessionRules } from './sock-js-state.ts'
import { SPRING_SOCKJS_PROFILE } from './spring-sock-js-profile.ts'

const LIMITS = { streamBytesLimit: 100, messageCacheSize: 3 }
const SPRING: SockJsSessionRules = { ...SPRING_SOCKJS_PROFILE.session, ...LIMITS }
const PUBLIC: SockJsSessionRules = { ...PUBLIC_SOCKJS_PROFILE.session, ...LIMITS }

const text = (content: string): WebSocketMessage => ({ kind: 'text', text: content })
const textOf = (message: WebSocketMessage): string => (message.kind === 'text' ? message.text : '')

const POLL: SockJsInput = { input: 'receiver-attached', transport: 'xhr', endsAfterFrame: true }
const STREAM: SockJsInput = { input: 'receiver-attached', transport: 'xhr_streaming', endsAfterFrame: false }
const ESTABLISHED: SockJsInput = { input: 'established' }
const LOST: SockJsInput = { input: 'receiver-detached' }
const HEARTBEAT: SockJsInput = { input: 'timer', timer: 'heartbeat' }
const DISCONNECT: SockJsInput = { input: 'timer', timer: 'disconnect' }
const CLOSE: SockJsInput = { input: 'close', status: { code: 4000, reason: 'x' }, why: 'closed-by-server' }
const send = (content: string): SockJsInput => ({ input: 'send', message: text(content) })

const told = (effect: SockJsEffect): string => {
  switch (effect.effect) {
    case 'write':
    case 'turn-away': {
      const frames = effect.effect === 'write' ? [effect.frame] : effect.frames
      const named = frames.map((frame) => {
        if (frame.frame === 'messages') return frame.messages.map(textOf).join('+')
        return frame.frame === 'close' ? `c${frame.status.code}` : frame.frame
      })
      return `${effect.effect} ${named.join(' ')}`
    }
    case 'start-timer':
    case 'stop-timer':
      return `${effect.effect.slice(0, -6)} ${effect.timer}`
    case 'closed':
      return `closed ${effect.status.code} ${effect.why}`
    case 'deliver':
      return `deliver ${effect.messages.map(textOf).join('+')}`
    default:
      return effect.effect
  }
}

/** Runs inputs one after the other; each frame that is written counts ten octets. @returns the effects of the last */
const lastEffects = (rules: SockJsSessionRules, ...inputs: readonly SockJsInput[]): readonly string[] => {
  let state = newSockJsState('s')
  let last: string[] = []
  const step = (input: SockJsInput): void => {
    const result = stepSockJsSession(state, input, rules)
    state = result.state
    for (const effect of result.effects) {
      last.push(told(effect))
      if (effect.effect === 'write' && effect.frame.frame !== 'prelude')
        step({ input: 'written', frame: effect.frame.frame, bytes: 10 })
    }
  }
  for (const input of inputs) {
    last = []
    step(input)
  }
  return last
}

const POLLED = [POLL, ESTABLISHED]
const STREAMED = [STREAM, ESTABLISHED]

describe('the opening', () => {
  test('is told to the handler first, as in Spring (5.6.2), and what it says meanwhile waits', () => {
    expect(lastEffects(SPRING, STREAM)).toEqual(['attach', 'establish'])
    expect(lastEffects(SPRING, STREAM, send('early'), ESTABLISHED)).toEqual([
      'write prelude',
      'write open',
      'write early',
      'start heartbeat',
    ])
  })

  test('or after the client has its open frame', () => {
    expect(lastEffects(PUBLIC, STREAM)).toEqual([
      'attach',
      'write prelude',
      'write open',
      'start heartbeat',
      'establish',
    ])
  })

  test('ends a poll', () => {
    expect(lastEffects(SPRING, ...POLLED)).toEqual(['write open', 'end', 'stop heartbeat', 'start disconnect'])
  })

  test('that the handler refuses is only an end', () => {
    expect(lastEffects(SPRING, STREAM, CLOSE)).toEqual([
      ...['write c4000', 'end', 'stop heartbeat', 'start disconnect', 'closed 4000 closed-by-server'],
    ])
    expect(lastEffects(SPRING, STREAM, CLOSE, ESTABLISHED)).toEqual([])
  })
})

describe('what waits between polls', () => {
  test('leaves with the next one, in one frame', () => {
    expect(lastEffects(SPRING, ...POLLED, send('a'), send('b'), POLL)).toEqual([
      ...['attach', 'stop disconnect', 'write a+b', 'end', 'stop heartbeat', 'start disconnect'],
    ])
  })

  test('leaves a frame each on a stream, as in Spring, or all in one', () => {
    expect(lastEffects(SPRING, ...POLLED, send('a'), send('b'), STREAM)).toEqual([
      ...['attach', 'stop disconnect', 'write prelude', 'write a', 'write b', 'start heartbeat'],
    ])
    expect(lastEffects(PUBLIC, ...POLLED, send('a'), send('b'), STREAM)).toContain('write a+b')
  })

  test('has a limit: one message more ends the session with 1002 (5.7)', () => {
    const full = [send('a'), send('b'), send('c')]
    expect(lastEffects(SPRING, ...POLLED, ...full, send('d'))).toEqual([
      ...['stop heartbeat', 'start disconnect', 'closed 1002 queue-full'],
    ])
  })
})

describe('a stream', () => {
  test('ends at its limit, and what is left waits for the next', () => {
    const inputs = [...STREAMED, ...Array.from({ length: 9 }, (_, index) => send(String(index)))]
    expect(lastEffects(SPRING, ...inputs)).toEqual(['write 8', 'end', 'stop heartbeat', 'start disconnect'])
  })

  test('beats after silence as in Spring, or all the time', () => {
    expect(lastEffects(SPRING, ...STREAMED, send('a'))).toEqual(['write a', 'start heartbeat'])
    expect(lastEffects(PUBLIC, ...STREAMED, send('a'))).toEqual(['write a'])
    expect(lastEffects(PUBLIC, ...STREAMED, HEARTBEAT)).toEqual(['write heartbeat', 'start heartbeat'])
  })
})

describe('a second receiver', () => {
  test('is turned away, with the prelude where the protocol wants it', () => {
    expect(lastEffects(SPRING, ...STREAMED, STREAM)).toEqual(['turn-away c2010'])
    expect(lastEffects(PUBLIC, ...STREAMED, STREAM)).toEqual(['turn-away prelude c2010'])
    expect(lastEffects(PUBLIC, ...STREAMED, POLL)).toEqual(['turn-away c2010'])
  })
})

describe('a receiver that the client dropped', () => {
  test('is in Spring found out when something is written, and then ends the session', () => {
    expect(lastEffects(SPRING, ...STREAMED, LOST)).toEqual([])
    expect(lastEffects(SPRING, ...STREAMED, LOST, STREAM)).toEqual(['turn-away c2010'])
    const end = ['end', 'stop heartbeat', 'start disconnect', 'closed 1011 receiver-lost']
    expect(lastEffects(SPRING, ...STREAMED, LOST, send('a'))).toEqual(end)
    expect(lastEffects(SPRING, ...STREAMED, LOST, HEARTBEAT)).toEqual(end)
  })

  test('or ends it at once, and the next one is told so', () => {
    expect(lastEffects(PUBLIC, ...STREAMED, LOST)).toContain('closed 1002 receiver-lost')
    expect(lastEffects(PUBLIC, ...STREAMED, LOST, POLL)).toEqual(['turn-away c1002', 'start disconnect'])
  })
})

describe('the end', () => {
  test('has a close frame, but not where sending is what failed (5.6.4)', () => {
    expect(lastEffects(SPRING, ...STREAMED, CLOSE)).toContain('write c4000')
    const unreliable: SockJsInput = { input: 'close', status: { code: 4500, reason: null }, why: 'closed-by-server' }
    expect(lastEffects(SPRING, ...STREAMED, unreliable)).not.toContain('write c4500')
  })

  test('is told to whoever comes later: Spring always says go away, others what was last', () => {
    expect(lastEffects(SPRING, ...POLLED, send('a'), CLOSE, POLL)).toEqual(['turn-away c3000'])
    expect(lastEffects(PUBLIC, ...POLLED, send('a'), CLOSE, POLL)).toEqual(['turn-away a', 'start disconnect'])
    expect(lastEffects(PUBLIC, ...POLLED, send('a'), CLOSE, POLL, POLL)).toEqual([
      'turn-away c4000',
      'start disconnect',
    ])
  })

  test('comes after a time without a receiver, once', () => {
    expect(lastEffects(SPRING, ...POLLED, DISCONNECT)).toEqual(['forget', 'closed 3000 disconnect-delay'])
    expect(lastEffects(SPRING, ...POLLED, CLOSE, DISCONNECT)).toEqual(['forget'])
    expect(lastEffects(SPRING, ...STREAMED, DISCONNECT)).toEqual([])
  })

  test('takes no more messages', () => {
    const received: SockJsInput = { input: 'received', messages: [text('a')] }
    expect(lastEffects(SPRING, ...POLLED, received)).toEqual(['deliver a'])
    expect(lastEffects(SPRING, ...POLLED, CLOSE, received)).toEqual([])
    expect(lastEffects(SPRING, ...POLLED, CLOSE, send('a'))).toEqual([])
  })
})

test('a silent session of Spring is found by a task that looks once in every delay (5.7)', () => {
  expect([0, 100, 4999, 5000, 7000].map((since) => SPRING_SOCKJS_PROFILE.forgottenAt(since, 5000))).toEqual([
    10_000, 10_000, 10_000, 15_000, 15_000,
  ])
  expect(PUBLIC_SOCKJS_PROFILE.forgottenAt(100, 5000)).toBe(5100)
})
