import type { Scenario } from './scenario.ts'

const TEXT = { 'content-type': 'text/plain' } as const
const NO_TYPE = {} as const

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'controllers/greeting',
    proves: [
      'controllers/mapping-begins-after-prefix',
      'controllers/subscribe-does-not-run-message-mapping',
      'controllers/return-value-goes-to-broker',
      'controllers/send-to-names-it',
      'controllers/object-goes-as-json',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'B', destination: '/topic/greetings' },
      {
        do: 'mark',
        label: { en: 'Ada sends to /app/hello: the method runs', vi: 'Ada gửi tới /app/hello: method chạy' },
      },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Lan"}' },
      {
        do: 'mark',
        label: { en: 'Ada subscribes to /app/hello: nothing runs', vi: 'Ada đăng ký /app/hello: không gì chạy cả' },
      },
      { do: 'subscribe', client: 'A', destination: '/app/hello' },
    ],
  },
  {
    name: 'controllers/patterns',
    proves: [
      'controllers/star-is-one-segment',
      'controllers/two-stars-are-the-rest',
      'controllers/most-specific-wins',
      'controllers/trailing-slash-is-another',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'mark', label: { en: 'One segment for one star', vi: 'Một dấu sao, một đoạn' } },
      { do: 'send', client: 'A', destination: '/app/wide/tea/end', body: 'tea', headers: TEXT },
      { do: 'mark', label: { en: 'Two segments for one star', vi: 'Một dấu sao, hai đoạn' } },
      { do: 'send', client: 'A', destination: '/app/wide/tea/cup/end', body: 'tea', headers: TEXT },
      { do: 'mark', label: { en: 'Two stars take the rest', vi: 'Hai dấu sao nhận tất cả phần còn lại' } },
      { do: 'send', client: 'A', destination: '/app/deep/down/below', body: 'tea', headers: TEXT },
      { do: 'mark', label: { en: 'The most specific mapping wins', vi: 'Mapping cụ thể nhất thắng' } },
      { do: 'send', client: 'A', destination: '/app/deep/special', body: 'tea', headers: TEXT },
      { do: 'mark', label: { en: 'A slash too many', vi: 'Thừa một dấu gạch chéo' } },
      { do: 'send', client: 'A', destination: '/app/hello/', body: '{"name":"Lan"}' },
    ],
  },
  {
    name: 'controllers/rooms',
    proves: [
      'controllers/variable-is-bound',
      'controllers/variable-in-send-to',
      'controllers/class-mapping-comes-first',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/chat/tea' },
      { do: 'subscribe', client: 'A', destination: '/topic/room/42/say' },
      { do: 'mark', label: { en: 'Ada speaks in the room tea', vi: 'Ada nói trong phòng tea' } },
      { do: 'send', client: 'A', destination: '/app/chat/tea', body: '{"name":"Ada"}' },
      { do: 'mark', label: { en: 'Ada speaks in room 42', vi: 'Ada nói trong phòng 42' } },
      { do: 'send', client: 'A', destination: '/app/room/42/say', body: 'hello', headers: TEXT },
    ],
  },
  {
    name: 'controllers/headers',
    proves: ['controllers/header-is-an-argument', 'controllers/missing-header-throws'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/headers' },
      { do: 'mark', label: { en: 'With the header', vi: 'Có header' } },
      { do: 'send', client: 'A', destination: '/app/headers', body: 'tea', headers: { ...TEXT, 'x-trace': '42' } },
      { do: 'mark', label: { en: 'Without it', vi: 'Không có header' } },
      { do: 'send', client: 'A', destination: '/app/headers', body: 'tea', headers: TEXT },
    ],
  },
  {
    name: 'controllers/content-types',
    proves: [
      'controllers/json-is-assumed',
      'controllers/text-is-not-json',
      'controllers/string-without-type-as-it-stands',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'mark', label: { en: 'A record, no content type', vi: 'Record, không có content-type' } },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Lan"}', headers: NO_TYPE },
      { do: 'mark', label: { en: 'A record, and text/plain', vi: 'Record, và text/plain' } },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Lan"}', headers: TEXT },
      { do: 'mark', label: { en: 'A String, no content type', vi: 'String, không có content-type' } },
      { do: 'send', client: 'A', destination: '/app/echo', body: '{"name":"Lan"}', headers: NO_TYPE },
    ],
  },
  {
    name: 'controllers/json-for-a-string',
    proves: ['controllers/json-object-is-no-string'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/echo' },
      { do: 'send', client: 'A', destination: '/app/echo', body: '{"name":"Lan"}' },
    ],
  },
  {
    name: 'controllers/json-mistakes',
    proves: ['controllers/json-twice-is-a-string'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/greetings' },
      { do: 'mark', label: { en: 'Made text twice', vi: 'Chuyển thành text hai lần' } },
      { do: 'send', client: 'A', destination: '/app/hello', body: '"{\\"name\\":\\"Lan\\"}"' },
      { do: 'mark', label: { en: 'Never made text', vi: 'Chưa từng chuyển thành text' } },
      { do: 'send', client: 'A', destination: '/app/hello', body: '[object Object]' },
    ],
  },
  {
    name: 'controllers/unreadable',
    proves: ['controllers/exception-is-only-logged'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/greetings' },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{bad' },
      { do: 'mark', label: { en: 'And a good one after it', vi: 'Và sau đó là một frame đúng' } },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Lan"}' },
    ],
  },
  {
    name: 'controllers/not-a-reply',
    proves: ['controllers/answer-without-the-asker'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'B', destination: '/topic/greetings' },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
    ],
  },
  {
    name: 'controllers/default-destination',
    proves: ['controllers/default-destination', 'controllers/string-goes-as-text'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/ping' },
      { do: 'subscribe', client: 'A', destination: '/topic/greetings' },
      { do: 'mark', label: { en: 'Ada sends to /app/ping', vi: 'Ada gửi tới /app/ping' } },
      { do: 'send', client: 'A', destination: '/app/ping', body: '' },
    ],
  },
  {
    name: 'controllers/two-destinations',
    proves: ['controllers/two-destinations-two-messages'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/one' },
      { do: 'subscribe', client: 'A', destination: '/topic/two' },
      { do: 'send', client: 'A', destination: '/app/both', body: '{"name":"Lan"}' },
    ],
  },
  {
    name: 'controllers/nothing-returned',
    proves: ['controllers/null-sends-nothing'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'mark', label: { en: 'A method that returns null', vi: 'Method trả về null' } },
      { do: 'send', client: 'A', destination: '/app/null', body: '' },
      { do: 'mark', label: { en: 'A void method', vi: 'Method kiểu void' } },
      { do: 'send', client: 'A', destination: '/app/void', body: '' },
    ],
  },
  {
    name: 'controllers/status',
    proves: [
      'controllers/subscribe-mapping-answers-directly',
      'controllers/subscription-to-app-is-not-kept',
      'controllers/nobody-takes-a-publication-to-app',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/app/status' },
      {
        do: 'mark',
        label: { en: 'The application publishes to /app/status', vi: 'Ứng dụng gửi tới /app/status' },
      },
      { do: 'publish', destination: '/app/status', body: 'all well, still' },
    ],
  },
  {
    name: 'controllers/first-screen',
    proves: ['controllers/subscribe-mapping-answers-directly', 'controllers/subscription-to-app-is-not-kept'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'mark', label: { en: 'First the stream', vi: 'Trước hết là dòng thay đổi' } },
      { do: 'subscribe', client: 'A', destination: '/topic/status' },
      { do: 'mark', label: { en: 'Then the snapshot', vi: 'Rồi đến trạng thái hiện tại' } },
      { do: 'subscribe', client: 'A', destination: '/app/status' },
      { do: 'mark', label: { en: 'And a change', vi: 'Và một thay đổi' } },
      { do: 'publish', destination: '/topic/status', body: 'one lamp is out' },
    ],
  },
  {
    name: 'controllers/not-answered',
    proves: ['controllers/send-to-overrides-direct-answer', 'controllers/wildcard-runs-nothing'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'B', destination: '/topic/status' },
      {
        do: 'mark',
        label: { en: 'Ada subscribes to /app/status-everyone', vi: 'Ada đăng ký /app/status-everyone' },
      },
      { do: 'subscribe', client: 'A', destination: '/app/status-everyone' },
      { do: 'mark', label: { en: 'Ada subscribes to /app/*', vi: 'Ada đăng ký /app/*' } },
      { do: 'subscribe', client: 'A', destination: '/app/*' },
    ],
  },
]
