import { describe, expect, it } from 'vitest'
import { isSuspended } from '../runtime/executor.ts'
import { AntPathMatcher } from './ant-path-matcher.ts'
import { type Controller, messageMapping, subscribeMapping, Thrown } from './handler-method.ts'
import { illegalArgument, illegalState } from './java-exception.ts'
import { STRING } from './java-type.ts'
import { MappingRegistry } from './mapping-registry.ts'
import { createMessage, type Message, type MessageHeaders } from './message.ts'
import { failed, HANDLED, ignored } from './message-handler.ts'
import { type MethodOutcome, methodInvoker } from './method-invoker.ts'
import { destinationVariable, header, payload, principal } from './method-parameter.ts'
import { SimpAnnotationMethodMessageHandler } from './simp-annotation-method-message-handler.ts'
import { SimpMessagingTemplate } from './simp-messaging-template.ts'

const controller = (...methods: Controller['methods']): Controller => ({
  name: 'TestController',
  methods,
  exceptionHandlers: [
    {
      name: 'onState',
      exception: 'java.lang.IllegalStateException',
      sendToUser: { destinations: ['/queue/errors'] },
      body: ({ message }) => message,
    },
    { name: 'onAny', exception: 'java.lang.RuntimeException', body: ({ message }) => `Got error: ${message}` },
  ],
})

interface Options {
  readonly prefixes?: readonly string[]
  readonly separator?: '/' | '.'
}

const scene = (tested: Controller, { prefixes = ['/app'], separator = '/' }: Options = {}) => {
  const sent: string[] = []
  const outcomes: MethodOutcome[] = []
  const note = (message: Message) => {
    const { simpDestination, simpSessionId, simpSubscriptionId } = message.headers
    return [simpDestination, simpSessionId ?? '-', simpSubscriptionId, new TextDecoder().decode(message.payload)]
  }
  const template = (name: 'brokerChannel' | 'clientOutboundChannel') =>
    new SimpMessagingTemplate(
      {
        name,
        send(message) {
          sent.push([name, ...note(message)].filter((part) => part !== undefined).join(' '))
          return { kind: 'sent' }
        },
      },
      '/user/',
    )
  const handler = new SimpAnnotationMethodMessageHandler({
    clientInboundChannel: { name: 'clientInboundChannel', send: () => ({ kind: 'sent' }), subscribe: () => undefined },
    brokerMessagingTemplate: template('brokerChannel'),
    clientMessagingTemplate: template('clientOutboundChannel'),
    applicationDestinationPrefixes: prefixes,
    pathSeparator: separator,
    mappings: new MappingRegistry([tested], new AntPathMatcher(separator)),
    invoker: {
      invoke(invocation) {
        const outcome = methodInvoker.invoke(invocation)
        if (!isSuspended(outcome)) outcomes.push(outcome)
        return outcome
      },
    },
  })
  const handle = (simpDestination: string, body = 'x', headers: Partial<MessageHeaders> = {}) =>
    handler.handleMessage(
      createMessage(new TextEncoder().encode(body), {
        simpMessageType: 'MESSAGE',
        simpSessionId: 'sA',
        simpDestination,
        ...headers,
      }),
    )
  return { handle, handler, sent, outcomes }
}

const ALICE: Partial<MessageHeaders> = { simpUser: { name: 'alice' } }
const SUBSCRIBE: Partial<MessageHeaders> = { simpMessageType: 'SUBSCRIBE', simpSubscriptionId: 'sub-1' }
const echo = (pattern: string, options = {}) =>
  messageMapping(pattern, { name: 'echo', parameters: [payload(STRING)], ...options }, (text) => text)

describe('what is taken (spring.md 1.2, 1.3)', () => {
  it.each([
    ['/app/echo', HANDLED],
    ['/app/other', ignored('no-mapping')],
    ['/app/echo/', ignored('no-mapping')],
    ['/app', ignored('destination-prefix')],
    ['/application/echo', ignored('destination-prefix')],
    ['app/echo', ignored('destination-prefix')],
    ['/topic/echo', ignored('destination-prefix')],
  ])('%s', (destination, outcome) => {
    expect(scene(controller(echo('/echo'))).handle(destination)).toEqual(outcome)
  })

  it('a message without a destination is ignored, and without prefixes every destination is looked at', () => {
    const { handler } = scene(controller(echo('/echo')))
    expect(handler.handleMessage(createMessage(new Uint8Array(), { simpMessageType: 'UNSUBSCRIBE' }))).toEqual(
      ignored('no-destination'),
    )
    const { handle, sent } = scene(controller(echo('/topic/a')), { prefixes: [] })
    expect(handle('/topic/a')).toEqual(HANDLED)
    expect(sent).toEqual(['brokerChannel /topic/topic/a sA x'])
  })

  it('a @MessageMapping never answers a SUBSCRIBE, nor a @SubscribeMapping a SEND (spring.md 2.5.4, S15)', () => {
    const tested = controller(
      echo('/hello'),
      subscribeMapping('/status', { name: 'status' }, () => 'well'),
    )
    const { handle } = scene(tested)
    expect(handle('/app/hello', 'x', SUBSCRIBE)).toEqual(ignored('no-mapping'))
    expect(handle('/app/status')).toEqual(ignored('no-mapping'))
  })

  it('two equally good mappings end in an exception that no client sees (spring.md 2.4.12)', () => {
    const { handle } = scene(controller(echo('/{a}/x'), echo('/y/{b}')))
    expect(handle('/app/y/x')).toEqual(
      failed(
        illegalState(
          "Ambiguous handler methods mapped for destination '/y/x': {TestController#echo, TestController#echo}",
        ),
      ),
    )
    expect(() => scene(controller(echo('/a'), echo('/a')))).toThrow('Ambiguous mapping')
  })
})

describe('where a returned value goes (spring.md 2.4)', () => {
  it('to /topic and the lookup destination by default, to each @SendTo in order (2.4.1, 2.4.2)', () => {
    const { handle, sent } = scene(
      controller(
        echo('/ping'),
        echo('/both', { sendTo: ['/topic/one', '/topic/two'] }),
        echo('/{v}/at', { sendTo: ['/topic/{v}'] }),
      ),
    )
    for (const destination of ['/app/ping', '/app/both', '/app/tea/at']) handle(destination)
    expect(sent).toEqual([
      'brokerChannel /topic/ping sA x',
      'brokerChannel /topic/one sA x',
      'brokerChannel /topic/two sA x',
      'brokerChannel /topic/tea sA x',
    ])
  })

  it('to all sessions of the user without a session id, or to this one (2.4.3, S20, S21)', () => {
    const { handle, sent } = scene(
      controller(
        echo('/all', { sendToUser: { destinations: ['/queue/r'] } }),
        echo('/here', { sendToUser: { destinations: ['/queue/r'], broadcast: false } }),
        echo('/default', { sendToUser: { destinations: [] }, sendTo: ['/topic/also'] }),
      ),
    )
    handle('/app/all', 'x', ALICE)
    handle('/app/here', 'x', ALICE)
    handle('/app/all')
    handle('/app/default', 'x', ALICE)
    expect(sent).toEqual([
      'brokerChannel /user/alice/queue/r - x',
      'brokerChannel /user/alice/queue/r sA x',
      'brokerChannel /user/sA/queue/r sA x',
      'brokerChannel /user/alice/queue/default - x',
      'brokerChannel /topic/also sA x',
    ])
  })

  it('nowhere for void and null (2.4.4, S22)', () => {
    const { handle, sent } = scene(
      controller(
        messageMapping('/void', { name: 'nothing' }, () => undefined),
        messageMapping('/null', { name: 'nullValue', sendTo: ['/topic/null'] }, () => null),
      ),
    )
    expect([handle('/app/void'), handle('/app/null')]).toEqual([HANDLED, HANDLED])
    expect(sent).toEqual([])
  })

  it('straight to the subscriber from @SubscribeMapping, through the broker with @SendTo (2.5.1, 2.5.2, S16, S17)', () => {
    const { handle, sent } = scene(
      controller(
        subscribeMapping('/status', { name: 'status' }, () => 'well'),
        subscribeMapping('/everyone', { name: 'everyone', sendTo: ['/topic/status'] }, () => 'well'),
      ),
    )
    handle('/app/status', '', SUBSCRIBE)
    handle('/app/everyone', '', SUBSCRIBE)
    expect(sent).toEqual(['clientOutboundChannel /app/status sA sub-1 well', 'brokerChannel /topic/status sA well'])
  })

  it('after the method slept', () => {
    const { handle, sent } = scene(
      controller(messageMapping('/slow', { name: 'slow' }, () => ({ sleep: 5, resume: () => 'late' }))),
    )
    const outcome = handle('/app/slow')
    expect([isSuspended(outcome) && outcome.sleep, sent]).toEqual([5, []])
    expect(isSuspended(outcome) && outcome.resume()).toEqual(HANDLED)
    expect(sent).toEqual(['brokerChannel /topic/slow sA late'])
  })

  it('with dots as separators (spring.md 3.2, S41)', () => {
    const tested: Controller = { ...controller(echo('blue.{green}')), pattern: 'red' }
    const { handle, sent } = scene(tested, { separator: '.' })
    handle('/app/red.blue.green123')
    expect(sent).toEqual(['brokerChannel /topic/red.blue.green123 sA x'])
  })
})

describe('arguments (spring.md 3.6, 3.7)', () => {
  it('come from headers, destination variables, the user and the payload', () => {
    const { handle, sent } = scene(
      controller(
        messageMapping(
          '/{room}/say',
          {
            name: 'say',
            parameters: [
              destinationVariable('room'),
              header('x-trace'),
              header('simpSessionId'),
              principal(),
              payload(STRING),
            ],
          },
          (...values) => values.map((value) => (typeof value === 'object' ? value?.name : value)).join('|'),
        ),
      ),
    )
    handle('/app/tea/say', 'hi', { ...ALICE, nativeHeaders: new Map([['x-trace', ['42', 'second']]]) })
    expect(sent).toEqual(['brokerChannel /topic/tea/say sA tea|42|sA|alice|hi'])
  })

  it('that cannot be resolved are exceptions like the method’s own (spring.md 2.4.10)', () => {
    const { handle, outcomes } = scene(
      controller(messageMapping('/needs', { name: 'needs', parameters: [header('x-trace')] }, (trace) => trace)),
    )
    expect(handle('/app/needs')).toEqual(HANDLED)
    expect(outcomes[0]).toMatchObject({
      kind: 'threw',
      error: { message: "Missing header 'x-trace' for method parameter type [class java.lang.String]" },
      handledBy: 'onAny',
    })
  })
})

describe('exceptions (spring.md 2.4.10, 2.4.11, S29)', () => {
  const throwing = controller(
    messageMapping('/state', { name: 'state' }, () => new Thrown(illegalState('boom'))),
    messageMapping('/argument', { name: 'argument' }, () => new Thrown(illegalArgument('bad'))),
  )

  it('go to the closest @MessageExceptionHandler, whose value goes where a method’s would', () => {
    const { handle, sent, outcomes } = scene(throwing)
    handle('/app/state')
    handle('/app/argument')
    expect(sent).toEqual([
      'brokerChannel /user/sA/queue/errors sA boom',
      'brokerChannel /topic/argument sA Got error: bad',
    ])
    expect(outcomes.map((outcome) => (outcome.kind === 'threw' ? outcome.handledBy : outcome.destinations))).toEqual([
      'onState',
      ['/user/sA/queue/errors'],
      'onAny',
      ['/topic/argument'],
    ])
  })

  it('that nobody handles are only logged: nothing is sent and the handler is content', () => {
    const { handle, sent, outcomes } = scene({ ...throwing, exceptionHandlers: [] })
    expect(handle('/app/state')).toEqual(HANDLED)
    expect(sent).toEqual([])
    expect(outcomes).toEqual([expect.objectContaining({ kind: 'threw', error: illegalState('boom'), handledBy: null })])
  })
})
