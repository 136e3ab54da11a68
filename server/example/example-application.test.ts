import { describe, expect, it } from 'vitest'
import { AntPathMatcher } from '../messaging/ant-path-matcher.ts'
import { MappingRegistry } from '../messaging/mapping-registry.ts'
import { createMessage, type Message, type MessageHeaders } from '../messaging/message.ts'
import { methodInvoker } from '../messaging/method-invoker.ts'
import { SimpAnnotationMethodMessageHandler } from '../messaging/simp-annotation-method-message-handler.ts'
import { SimpMessagingTemplate } from '../messaging/simp-messaging-template.ts'
import { exampleControllers } from './example-application.ts'
import { httpControllers } from './http-controllers.ts'

const scene = () => {
  const sent: string[] = []
  const template = new SimpMessagingTemplate(
    {
      name: 'brokerChannel',
      send({ headers, payload }: Message) {
        sent.push(`${headers.simpDestination} ${new TextDecoder().decode(payload)}`)
        return { kind: 'sent' }
      },
    },
    '/user/',
  )
  const handler = new SimpAnnotationMethodMessageHandler({
    clientInboundChannel: { name: 'clientInboundChannel', send: () => ({ kind: 'sent' }), subscribe: () => undefined },
    brokerMessagingTemplate: template,
    clientMessagingTemplate: template,
    applicationDestinationPrefixes: ['/app'],
    pathSeparator: '/',
    mappings: new MappingRegistry(
      exampleControllers(template, () => 7),
      new AntPathMatcher(),
    ),
    invoker: methodInvoker,
  })
  const handle = (simpDestination: string, body: string, headers: Partial<MessageHeaders> = {}) => {
    const outcome = handler.handleMessage(
      createMessage(new TextEncoder().encode(body), {
        simpMessageType: 'MESSAGE',
        simpSessionId: 'sA',
        simpDestination,
        ...headers,
      }),
    )
    return 'sleep' in outcome ? [outcome.sleep, outcome.resume(), sent] : sent
  }
  return { handle, template, sent }
}

describe('the example application', () => {
  it.each([
    ['/app/hello', '{"name":"World"}', ['/topic/greetings {"content":"Hello, World!"}']],
    ['/app/hello', '{}', ['/topic/greetings {"content":"Hello, null!"}']],
    ['/app/echo', 'say', ['/topic/echo say']],
    ['/app/ping', '', ['/topic/ping pong']],
    ['/app/chat/tea', '{"name":"n"}', ['/topic/chat/tea {"content":"n in tea"}']],
    ['/app/both', '{"name":"n"}', ['/topic/one {"content":"n"}', '/topic/two {"content":"n"}']],
    ['/app/bytes', 'raw', ['/topic/bytes raw']],
    ['/app/whoami', '', ['/user/sA/queue/replies {"content":"nobody"}']],
    ['/app/private', '{"to":"bob","content":"psst"}', ['/user/bob/queue/private {"content":"psst"}']],
    ['/app/void', 'x', []],
    ['/app/null', 'x', []],
    ['/app/boom', 'now', ['/user/sA/queue/errors {"content":"boom now"}']],
    ['/app/bad-arg', 'no', ['/topic/bad-arg Got error: no']],
    ['/app/unhandled', 'x', []],
    ['/app/deep/special', 'd', ['/topic/deep/special special d']],
    ['/app/room/7/say', 'hi', ['/topic/room/7/say 7: hi']],
    ['/app/room/plain', 'hi', ['/topic/room/plain plain: hi']],
  ])('answers %s with %s', (destination, body, expected) => {
    expect(scene().handle(destination, body)).toEqual(expected)
  })

  it('does not break on a note to nobody', () => {
    expect(scene().handle('/app/private', '{}')).toEqual([])
    expect(scene().handle('/app/private', '{"to":5}')).toEqual(['/user/5/queue/private {"content":null}'])
  })

  it('shows headers by name', () => {
    const nativeHeaders = new Map([['x-trace', ['42']]])
    expect(scene().handle('/app/headers', 'b', { nativeHeaders })).toEqual(['/topic/headers 42|null|/app/headers|b'])
  })

  it('takes its time over /slow', () => {
    expect(scene().handle('/app/slow', 'late')).toEqual([7, { kind: 'handled' }, ['/topic/slow late']])
  })

  it('publishes from HTTP requests', () => {
    const { template, sent } = scene()
    for (const controller of httpControllers(template))
      controller.handle({ parameter: (name) => (name === 'user' ? 'alice' : '/topic/a'), body: 'x' })
    expect(sent).toEqual([
      '/topic/announcements {"content":"x"}',
      '/user/alice/queue/private {"content":"x"}',
      '/topic/a x',
      '/topic/a x',
    ])
  })

  it('keeps what was said for whoever polls', () => {
    const [add, since, clear] = httpControllers(scene().template).filter(({ path }) => path === '/messages')
    const asked = (after: string) => since?.handle({ parameter: () => after, body: '' })
    expect(asked('0')).toEqual({ kind: 'returned', value: [] })
    for (const body of ['one', 'two']) add?.handle({ parameter: () => undefined, body })
    expect(asked('1')).toEqual({ kind: 'returned', value: [{ number: 2, text: 'two' }] })
    expect(asked('soon')).toEqual({ kind: 'not-converted' })
    clear?.handle({ parameter: () => undefined, body: '' })
    expect(asked('0')).toEqual({ kind: 'returned', value: [] })
  })
})
