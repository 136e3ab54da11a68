import { describe, expect, test } from 'vitest'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import type { LabConfiguration } from '../trace/index.ts'
import type { GoldenAction } from './golden-file.ts'
import { Scene } from './scene.ts'

const configured = (parts: Partial<LabConfiguration>): Scene => new Scene({ ...DEFAULT_CONFIGURATION, ...parts })

const withPrefixes = (destinationPrefixes: readonly string[]): LabConfiguration['simpleBroker'] => ({
  ...DEFAULT_CONFIGURATION.simpleBroker,
  destinationPrefixes,
})

const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): GoldenAction => ({
  request: 'H',
  method,
  path,
  headers,
})

describe('what is no handshake (S03)', () => {
  const upgrade = { Upgrade: 'websocket', Connection: 'Upgrade' }
  const key = { 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==' }

  test.each([
    ['no Upgrade', get('/strict'), 400],
    ['no Connection', get('/strict', { Upgrade: 'websocket' }), 400],
    ['no key', get('/strict', upgrade), 400],
    ['another version', get('/strict', { ...upgrade, ...key, 'Sec-WebSocket-Version': '8' }), 426],
    ['another method', get('/strict', {}, 'POST'), 405],
    ['a slash too many', get('/strict/'), 404],
  ])('%s', (_name, action, status) => {
    expect(new Scene().do(action)).toEqual([`H ${status}`])
  })
})

describe('who never was connected', () => {
  const unknown = (who: string): readonly string[] => [
    `${who} ERROR / message:Unknown session\\c {${who}} / content-length:0 /  / `,
    `${who} closed 1002`,
  ]
  const onlyItsEnd = [
    'SessionDisconnectEvent',
    'clientInboundChannel DISCONNECT',
    'clientOutboundChannel DISCONNECT_ACK',
  ]

  test('because its CONNECT was vetoed gets no answer, and an ERROR for what follows (S10)', () => {
    const scene = new Scene()
    expect(scene.enter('A', 'vetoed')).toEqual([])
    expect(scene.hops).toEqual([])
    expect(scene.subscribe('A', '0', '/topic/a')).toEqual(unknown('A'))
    expect(scene.hops).toEqual(onlyItsEnd)
  })

  test.each([['SUBSCRIBE'], ['SEND'], ['DISCONNECT']])('may not %s (S12)', (command) => {
    const scene = new Scene()
    scene.do({ open: 'A', path: '/ws' })
    expect(scene.send('A', command, 'destination:/topic/a', 'receipt:1')).toEqual(unknown('A'))
  })

  test('may not even beat (S12)', () => {
    const scene = new Scene()
    scene.do({ open: 'A', path: '/ws' })
    expect(scene.do({ send: 'A', text: '\n' })).toEqual(unknown('A'))
  })

  test('is told its receipt by an error handler (2.11.1)', () => {
    const scene = new Scene('errorHandler')
    scene.do({ open: 'A', path: '/ws' })
    expect(scene.subscribe('A', '0', '/topic/a', 'receipt:7')[0]).toBe(
      'A ERROR / message:Unknown session\\c {A} / receipt-id:7 / content-length:0 /  / ',
    )
  })
})

test('with both orders kept, nobody hears of a token that was refused (1.4.7)', () => {
  const scene = new Scene('ordered')
  expect(scene.enter('A', 'expired')).toEqual([])
  expect(scene.hops).toEqual(['SessionConnectEvent'])
  expect(scene.subscribe('A', '0', '/topic/a')).toEqual([])
  expect(scene.send('A', 'SEND', 'destination:/topic/a', '', 'x')).toEqual([])
})

test('a @MessageMapping answers no SUBSCRIBE (S15)', () => {
  const scene = new Scene()
  scene.enter('A')
  expect(scene.subscribe('A', '0', '/app/hello')).toEqual([])
  expect(scene.hops).toEqual(['clientInboundChannel SUBSCRIBE /app/hello', 'SessionSubscribeEvent'])
})

test('a @SubscribeMapping with @SendTo answers whoever subscribed there, and not the asker (S17)', () => {
  const scene = new Scene()
  scene.enter('A')
  scene.enter('B')
  scene.subscribe('B', '9', '/topic/status')
  expect(scene.subscribe('A', '1', '/app/status-everyone')).toEqual([
    'B MESSAGE / destination:/topic/status / content-type:application/json / subscription:9 / message-id:{B}-0 / ' +
      'content-length:32 /  / {"content":"all well, everyone"}',
  ])
  expect(scene.hops).toContain('brokerChannel MESSAGE /topic/status')
})

describe('@SendToUser (S21)', () => {
  const replies = '/user/queue/replies'

  test('with broadcast=false reaches the asking session alone', () => {
    const scene = new Scene()
    for (const who of ['A', 'B']) {
      scene.enter(who, 'alice')
      scene.subscribe(who, 'p', replies)
    }
    const seen = scene.send('A', 'SEND', 'destination:/app/whoami-here')
    expect(seen).toEqual([expect.stringMatching(/^A MESSAGE .*destination:\/user\/queue\/replies .*"alice"/)])
    expect(scene.hops).toContain('brokerChannel MESSAGE /queue/replies-user{A}')
  })

  test.each(['whoami', 'whoami-here'])('without a user goes by the session: /app/%s', (mapping) => {
    const scene = new Scene()
    scene.enter('A')
    scene.subscribe('A', 'p', replies)
    expect(scene.send('A', 'SEND', `destination:/app/${mapping}`)).toHaveLength(1)
    expect(scene.hops).toEqual([
      `clientInboundChannel MESSAGE /app/${mapping}`,
      'brokerChannel MESSAGE /user/{A}/queue/replies',
      'brokerChannel MESSAGE /queue/replies-user{A}',
      'clientOutboundChannel MESSAGE /queue/replies-user{A}',
    ])
  })
})

describe('a SEND straight to the broker (S23, 2.6)', () => {
  const scene = (): Scene => {
    const entered = new Scene()
    entered.enter('A', 'ann')
    entered.enter('B')
    entered.subscribe('B', '0', '/topic/chat')
    return entered
  }

  test('passes no controller, and carries the headers of its sender', () => {
    const entered = scene()
    const frame = ['SEND', 'destination:/topic/chat', 'content-type:text/plain', 'x-trace:42', 'receipt:r-1']
    expect(entered.send('A', ...frame, 'content-length:5', '', 'hello')).toEqual([
      'B MESSAGE / destination:/topic/chat / content-type:text/plain / x-trace:42 / receipt:r-1 / subscription:0 / ' +
        'message-id:{B}-0 / content-length:5 /  / hello',
    ])
    expect(entered.hops).toEqual([
      'clientInboundChannel MESSAGE /topic/chat',
      'clientOutboundChannel MESSAGE /topic/chat',
    ])
  })

  test('goes by the first of repeated headers, and hands the others on', () => {
    expect(
      scene().send('A', 'SEND', 'destination:/topic/chat', 'destination:/topic/b', 'x:1', 'y:2', 'x:3', '', 'hi'),
    ).toEqual([
      'B MESSAGE / destination:/topic/chat / x:1 / x:3 / y:2 / subscription:0 / message-id:{B}-0 / content-length:2 /  / hi',
    ])
  })

  test('believes forged headers: the id of the message, and where it went', () => {
    expect(
      scene().send('A', 'SEND', 'destination:/topic/chat', 'simpOrigDestination:/forged', 'message-id:mine', '', 'hi'),
    ).toEqual(['B MESSAGE / destination:/forged / message-id:mine / subscription:0 / content-length:2 /  / hi'])
  })

  test('is delivered at once inside of a transaction; ACK and its like lead nowhere (S30)', () => {
    const entered = scene()
    for (const command of ['BEGIN', 'ACK', 'NACK', 'COMMIT', 'ABORT', 'RECEIPT'])
      expect([entered.send('A', command, 'transaction:t1', 'id:1'), entered.hops]).toEqual([
        [],
        ['clientInboundChannel OTHER'],
      ])
    expect(entered.send('A', 'SEND', 'destination:/topic/chat', 'transaction:t1', '', 'x')[0]).toContain(
      'transaction:t1',
    )
  })

  test('may come in pieces, and two in one piece (S37)', () => {
    const entered = scene()
    expect(entered.do({ send: 'A', text: 'SEND\ndestination:/topic/chat\n\nhel' })).toEqual([])
    expect(entered.do({ send: 'A', text: 'lo^@' })).toHaveLength(1)
    const frame = 'SEND\ndestination:/topic/chat\n\nx^@'
    expect(entered.do({ send: 'A', text: `${frame}\n\n${frame}\n` })).toHaveLength(2)
    expect(entered.hops).not.toContain('clientInboundChannel HEARTBEAT')
  })
})

test.each([
  [['SUBSCRIBE', 'destination:/topic/a'], 'SessionSubscribeEvent'],
  [['SUBSCRIBE', 'id:0'], 'SessionSubscribeEvent'],
  [['UNSUBSCRIBE'], 'SessionUnsubscribeEvent'],
  [['SEND'], undefined],
])('%j lacks a header: nobody is told, and its event is published all the same (S25)', (frame, event) => {
  const scene = new Scene()
  scene.enter('A')
  expect(scene.send('A', ...frame)).toEqual([])
  expect(scene.hops[1]).toBe(event)
})

test('after DISCONNECT with a receipt the socket stays open: it may publish, and gets nothing (S32)', () => {
  const scene = new Scene()
  scene.enter('A')
  scene.enter('B')
  scene.subscribe('A', '1', '/topic/a')
  scene.subscribe('B', '1', '/topic/a')
  expect(scene.send('A', 'DISCONNECT', 'receipt:77')).toEqual(['A RECEIPT / receipt-id:77 /  / '])
  expect(scene.hops).not.toContain('SessionDisconnectEvent')
  expect(scene.subscribe('A', '2', '/topic/a')).toEqual([])
  expect(scene.send('A', 'SEND', 'destination:/topic/a', '', 'late')).toEqual([expect.stringMatching(/^B .*late$/)])
  expect(scene.do({ close: 'A', code: 1000 })).toEqual(['A closed 1000'])
  expect(scene.hops[0]).toBe('SessionDisconnectEvent')
})

describe('an HTTP controller that publishes (S38)', () => {
  test('is on brokerChannel at once; its own headers stand before the destination', () => {
    const scene = new Scene()
    scene.enter('A')
    scene.subscribe('A', '1', '/topic/x')
    expect(scene.post('/send-with-headers?to=/topic/x', 'h')).toContain(
      'A MESSAGE / x-extra:42 / destination:/topic/x / content-type:text/plain;charset=UTF-8 / subscription:1 / ' +
        'message-id:{A}-0 / content-length:1 /  / h',
    )
    expect(scene.hops).toEqual(['brokerChannel MESSAGE /topic/x', 'clientOutboundChannel MESSAGE /topic/x'])
  })

  test.each(['/app/echo', 'topic/x', '/nowhere'])('reaches nobody at %s, and no controller', (to) => {
    const scene = new Scene()
    expect(scene.post(`/send?to=${to}`, 'x')).toEqual(['H 200'])
    expect(scene.hops).toEqual([`brokerChannel MESSAGE ${to}`])
  })

  test('is told by an exception that its user destination is none', () => {
    expect(new Scene().post('/send?to=/user/bob', 'x')).toEqual(['H 500'])
  })
})

describe('configurations', () => {
  test('with dots as separators (S41): the slash belongs to the prefix, and a star stands for one part', () => {
    const scene = configured({ pathSeparator: '.' })
    scene.enter('A')
    scene.subscribe('A', '1', '/topic/price.*')
    expect(scene.send('A', 'SEND', 'destination:/topic/price.x', '', 'x')).toHaveLength(1)
    expect(scene.send('A', 'SEND', 'destination:/topic/price.x.y', '', 'x')).toEqual([])
  })

  test('without prefixes (S47): controller and broker both take a SEND, and a user reply is lost', () => {
    const scene = new Scene('noPrefixes')
    scene.enter('A', 'ann')
    scene.subscribe('A', '0', '/hello')
    scene.subscribe('A', '1', '/topic/greetings')
    expect(scene.send('A', 'SEND', 'destination:/hello', '', '{"name":"W"}')).toHaveLength(2)
    scene.subscribe('A', '2', '/user/queue/replies')
    expect(scene.send('A', 'SEND', 'destination:/whoami')).toEqual([])
  })

  test('with several application prefixes, one of which has a slash already (1.2.2)', () => {
    const scene = configured({ applicationDestinationPrefixes: ['/app', '/api/'] })
    scene.enter('A')
    scene.subscribe('A', '0', '/topic/echo')
    for (const destination of ['/app/echo', '/api/echo'])
      expect(scene.send('A', 'SEND', `destination:${destination}`, '', 'x')).toHaveLength(1)
    expect(scene.send('A', 'SEND', 'destination:/apiecho', '', 'x')).toEqual([])
  })

  test('whose first broker prefix has no slash strip it from user destinations (1.2.5)', () => {
    const scene = configured({ simpleBroker: withPrefixes(['topic', 'queue']) })
    scene.enter('A', 'ann')
    scene.subscribe('A', '0', '/user/queue/replies')
    expect(scene.hops).toContain('brokerChannel SUBSCRIBE queue/replies-user{A}')
    expect(scene.send('A', 'SEND', 'destination:/app/whoami')).toEqual([
      expect.stringContaining('destination:/user/queue/replies'),
    ])
  })

  test('with a selector (3.12): who cannot be parsed gets everything, who cannot be evaluated nothing', () => {
    const scene = new Scene('selector')
    scene.enter('A')
    scene.subscribe('A', '1', '/topic/a', "selector:headers.foo == 'bar'")
    scene.subscribe('A', '2', '/topic/a', 'selector:(((')
    scene.subscribe('A', '3', '/topic/a', 'selector:headers.foo > 5')
    const subscriptions = (seen: readonly string[]) => seen.map((line) => /subscription:(\d)/.exec(line)?.[1])
    expect(subscriptions(scene.send('A', 'SEND', 'destination:/topic/a', 'foo:bar'))).toEqual(['1', '2'])
    expect(subscriptions(scene.send('A', 'SEND', 'destination:/topic/a', 'foo:no'))).toEqual(['2'])
  })
})

test('isolation is by names only: a subscription to /queue/** reads the messages of others (4.10)', () => {
  const scene = new Scene()
  scene.enter('A', 'ann')
  scene.enter('B', 'bob')
  scene.subscribe('A', '1', '/user/queue/private')
  scene.subscribe('B', 'w', '/queue/**')
  const seen = scene.send('B', 'SEND', 'destination:/app/private', '', '{"to":"ann","content":"secret"}')
  expect(seen.map((line) => line.slice(0, 1)).sort()).toEqual(['A', 'B'])
  for (const line of seen) expect(line).toContain('destination:/user/queue/private')
})
