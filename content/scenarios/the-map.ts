import type { Scenario, ScenarioStep } from './scenario.ts'

const GREETINGS = '/topic/greetings'
const HELLO = '{"name":"Ada"}'
const TEXT = { 'content-type': 'text/plain' } as const

const connect = (client: string): ScenarioStep => ({ do: 'connect', client })

const subscribe = (client: string, destination: string): ScenarioStep => ({ do: 'subscribe', client, destination })

const send = (client: string, destination: string, body = HELLO): ScenarioStep => ({
  do: 'send',
  client,
  destination,
  body,
})

const mark = (en: string, vi: string): ScenarioStep => ({ do: 'mark', label: { en, vi } })

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'the-map/greeting',
    proves: [
      'the-map/broker-answers-connect',
      'the-map/inbound-has-threads',
      'the-map/outbound-has-threads',
      'the-map/broker-channel-has-no-threads',
      'the-map/everybody-is-asked',
      'the-map/send-app-reaches-controller',
      'the-map/prefix-is-cut',
      'the-map/broker-declines-app',
      'the-map/user-handler-declines',
      'the-map/answer-goes-to-broker-channel',
      'the-map/one-message-each',
      'the-map/endpoint-is-only-the-door',
    ],
    steps: [
      connect('A'),
      subscribe('A', GREETINGS),
      connect('B'),
      subscribe('B', GREETINGS),
      mark('Ada says hello', 'Ada gửi lời chào'),
      send('A', '/app/hello'),
    ],
  },
  {
    name: 'the-map/topic',
    proves: ['the-map/topic-bypasses-controllers'],
    steps: [
      connect('A'),
      connect('B'),
      subscribe('B', GREETINGS),
      mark('Ada sends to the topic itself', 'Ada gửi thẳng tới topic'),
      send('A', GREETINGS, '{"content":"Hi"}'),
    ],
  },
  {
    name: 'the-map/nobody',
    proves: ['the-map/nobody-takes', 'the-map/silence-is-no-error'],
    steps: [
      connect('A'),
      mark('Ada forgets the prefix', 'Ada quên prefix'),
      send('A', '/hello'),
      mark('Ada sends it again, with the prefix', 'Ada gửi lại, lần này có prefix'),
      send('A', '/app/hello'),
    ],
  },
  {
    name: 'the-map/double-prefix',
    proves: ['the-map/prefix-is-cut-once'],
    steps: [connect('A'), send('A', '/app/app/hello')],
  },
  {
    name: 'the-map/slashes',
    proves: ['the-map/apple-is-not-app', 'the-map/topicality-is-topic'],
    steps: [
      connect('A'),
      send('A', '/apple/hello'),
      mark('Now a destination for the broker', 'Giờ tới một destination cho broker'),
      subscribe('A', '/topicality'),
      send('A', '/topicality', '{"content":"Hi"}'),
    ],
  },
  {
    name: 'the-map/user',
    proves: ['the-map/user-is-rewritten', 'the-map/broker-keeps-rewritten'],
    steps: [
      connect('A'),
      mark('Ada wants what is for her alone', 'Ada muốn nhận tin cho riêng mình'),
      subscribe('A', '/user/queue/replies'),
    ],
  },
  {
    name: 'the-map/subscribe-app',
    proves: ['the-map/subscribed-in-vain'],
    steps: [
      connect('A'),
      connect('B'),
      subscribe('B', GREETINGS),
      mark('Ada subscribes below /app', 'Ada đăng ký dưới /app'),
      subscribe('A', '/app/greetings'),
      mark('Bob says hello', 'Bob gửi lời chào'),
      send('B', '/app/hello', '{"name":"Bob"}'),
    ],
  },
  {
    name: 'the-map/status',
    proves: ['the-map/subscribe-mapping-answers-once', 'the-map/answer-skips-broker'],
    steps: [connect('A'), mark('Ada asks', 'Ada hỏi'), subscribe('A', '/app/status')],
  },
  {
    name: 'the-map/two-endpoints',
    proves: ['the-map/endpoints-share-a-broker'],
    steps: [
      connect('A'),
      subscribe('A', GREETINGS),
      { do: 'open', client: 'C', path: '/strict', protocols: ['v12.stomp'] },
      { do: 'write', client: 'C', texts: ['CONNECT\naccept-version:1.2\nhost:localhost\n\n\0'] },
      { do: 'write', client: 'C', texts: [`SUBSCRIBE\nid:sub-0\ndestination:${GREETINGS}\n\n\0`] },
      mark('Ada says hello', 'Ada gửi lời chào'),
      send('A', '/app/hello'),
    ],
  },
  {
    name: 'the-map/source-notes',
    configuration: 'appWs',
    proves: ['the-map/notes-prefix-is-ws', 'the-map/notes-endpoint'],
    steps: [
      connect('A'),
      subscribe('A', GREETINGS),
      mark('Ada sends as the notes do', 'Ada gửi như trong ghi chú'),
      send('A', '/ws/hello'),
    ],
  },
  {
    name: 'the-map/overlap',
    configuration: 'noPrefixes',
    proves: ['the-map/overlap-is-taken-twice'],
    steps: [
      connect('A'),
      subscribe('A', '/echo'),
      mark('One message, two takers', 'Một thông điệp, hai bên nhận'),
      { do: 'send', client: 'A', destination: '/echo', body: 'hello', headers: TEXT },
    ],
  },
]
