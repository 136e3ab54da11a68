import type { Scenario } from './scenario.ts'

const GREETINGS = '/topic/greetings'
const JOBS = '/queue/jobs'
const ORDERS = '/topic/orders'

const TEXT = { 'content-type': 'text/plain' } as const

/** What a raw WebSocket writes to become a STOMP session, and to hear of a topic. */
const CONNECT = 'CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0'
const SUBSCRIBE = `SUBSCRIBE\nid:0\ndestination:${GREETINGS}\nack:client\n\n\0`

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'simple-broker/fan-out',
    proves: ['simple-broker/subscribe-is-a-row', 'simple-broker/one-copy-for-each'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B', transport: 'websocket' },
      { do: 'connect', client: 'C', transport: 'xhr-streaming' },
      { do: 'subscribe', client: 'A', destination: GREETINGS },
      { do: 'subscribe', client: 'B', destination: GREETINGS },
      { do: 'subscribe', client: 'C', destination: GREETINGS },
      { do: 'mark', label: { en: 'One message for three', vi: 'Một message cho ba người' } },
      { do: 'publish', destination: GREETINGS, body: 'good morning' },
    ],
  },
  {
    name: 'simple-broker/twice',
    proves: ['simple-broker/two-ids-two-copies', 'simple-broker/unsubscribe-removes-it'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: GREETINGS, id: 'sub-0' },
      { do: 'subscribe', client: 'A', destination: GREETINGS, id: 'sub-1' },
      { do: 'mark', label: { en: 'One message, two rows', vi: 'Một message, hai dòng' } },
      { do: 'publish', destination: GREETINGS, body: 'good morning' },
      { do: 'mark', label: { en: 'Ada takes one of them back', vi: 'Ada rút lại một dòng' } },
      { do: 'unsubscribe', client: 'A', id: 'sub-1' },
      { do: 'publish', destination: GREETINGS, body: 'good evening' },
    ],
  },
  {
    name: 'simple-broker/two-by-two',
    proves: ['simple-broker/two-by-two-is-four'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'A', destination: GREETINGS, id: 'sub-0' },
      { do: 'subscribe', client: 'A', destination: GREETINGS, id: 'sub-1' },
      { do: 'subscribe', client: 'B', destination: GREETINGS, id: 'sub-0' },
      { do: 'subscribe', client: 'B', destination: GREETINGS, id: 'sub-1' },
      { do: 'publish', destination: GREETINGS, body: 'good morning' },
    ],
  },
  {
    name: 'simple-broker/same-id',
    proves: ['simple-broker/first-id-wins'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/one', id: 'sub-0' },
      { do: 'mark', label: { en: 'The same id again', vi: 'Vẫn id đó, lần nữa' } },
      { do: 'subscribe', client: 'A', destination: '/topic/two', id: 'sub-0' },
      { do: 'mark', label: { en: 'A message to each', vi: 'Mỗi nơi một message' } },
      { do: 'publish', destination: '/topic/one', body: 'to one' },
      { do: 'publish', destination: '/topic/two', body: 'to two' },
    ],
  },
  {
    name: 'simple-broker/patterns',
    proves: [
      'simple-broker/one-star-is-one-level',
      'simple-broker/two-stars-are-everything',
      'simple-broker/overlap-is-several-copies',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/*', id: 'one-star' },
      { do: 'subscribe', client: 'A', destination: '/topic/**', id: 'two-stars' },
      { do: 'mark', label: { en: 'One level below /topic', vi: 'Một cấp dưới /topic' } },
      { do: 'publish', destination: GREETINGS, body: 'good morning' },
      { do: 'mark', label: { en: 'Two levels below', vi: 'Hai cấp bên dưới' } },
      { do: 'publish', destination: '/topic/chat/tea', body: 'in the tea room' },
    ],
  },
  {
    name: 'simple-broker/near-misses',
    proves: [
      'simple-broker/trailing-slash-is-another',
      'simple-broker/case-matters',
      'simple-broker/pattern-in-send-is-literal',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/greetings/', id: 'slash' },
      { do: 'subscribe', client: 'A', destination: '/topic/Greetings', id: 'capital' },
      { do: 'subscribe', client: 'A', destination: GREETINGS, id: 'exact' },
      { do: 'mark', label: { en: 'To /topic/greetings', vi: 'Tới /topic/greetings' } },
      { do: 'publish', destination: GREETINGS, body: 'good morning' },
      { do: 'mark', label: { en: 'To /topic/*', vi: 'Tới /topic/*' } },
      { do: 'send', client: 'A', destination: '/topic/*', body: 'to everybody?', headers: TEXT },
    ],
  },
  {
    name: 'simple-broker/workers',
    proves: ['simple-broker/queue-is-only-a-name'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B' },
      { do: 'connect', client: 'C' },
      { do: 'subscribe', client: 'A', destination: JOBS },
      { do: 'subscribe', client: 'B', destination: JOBS },
      { do: 'subscribe', client: 'C', destination: JOBS },
      { do: 'publish', destination: JOBS, body: 'one job' },
    ],
  },
  {
    name: 'simple-broker/no-ack',
    proves: ['simple-broker/nothing-comes-again', 'simple-broker/rows-end-with-the-session'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: ORDERS, headers: { ack: 'client' } },
      { do: 'publish', destination: ORDERS, body: 'order 1' },
      { do: 'mark', label: { en: 'Ada crashes without an ACK', vi: 'Ada sập mà chưa kịp ACK' } },
      { do: 'kill', client: 'A' },
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: ORDERS, headers: { ack: 'client' } },
      { do: 'mark', label: { en: 'She is back. The next order', vi: 'Ada trở lại. Đơn hàng kế tiếp' } },
      { do: 'publish', destination: ORDERS, body: 'order 2' },
    ],
  },
  {
    name: 'simple-broker/ack',
    proves: ['simple-broker/ack-is-taken-by-nobody'],
    steps: [
      { do: 'open', client: 'A' },
      { do: 'write', client: 'A', texts: [CONNECT] },
      { do: 'write', client: 'A', texts: [SUBSCRIBE] },
      { do: 'publish', destination: GREETINGS, body: 'good morning' },
      { do: 'mark', label: { en: 'The client confirms it', vi: 'Client xác nhận đã nhận' } },
      { do: 'write', client: 'A', texts: ['ACK\nid:1\n\n\0'] },
    ],
  },
  {
    name: 'simple-broker/receipts',
    proves: ['simple-broker/only-disconnect-has-a-receipt', 'simple-broker/headers-travel-along'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: GREETINGS, headers: { receipt: 'r-1' } },
      { do: 'mark', label: { en: 'A SEND that wants a receipt', vi: 'Một SEND đòi receipt' } },
      { do: 'send', client: 'A', destination: GREETINGS, body: 'hi', headers: { ...TEXT, receipt: 'r-2' } },
      { do: 'mark', label: { en: 'And a DISCONNECT that wants one', vi: 'Và một DISCONNECT đòi receipt' } },
      { do: 'disconnect', client: 'A' },
    ],
  },
  {
    name: 'simple-broker/transaction',
    proves: ['simple-broker/aborted-is-delivered'],
    steps: [
      { do: 'open', client: 'A' },
      { do: 'write', client: 'A', texts: [CONNECT] },
      { do: 'write', client: 'A', texts: [SUBSCRIBE] },
      { do: 'mark', label: { en: 'A transaction begins', vi: 'Bắt đầu một transaction' } },
      { do: 'write', client: 'A', texts: ['BEGIN\ntransaction:t1\n\n\0'] },
      { do: 'write', client: 'A', texts: [`SEND\ndestination:${GREETINGS}\ntransaction:t1\n\nnot yet\0`] },
      { do: 'mark', label: { en: 'And is taken back', vi: 'Rồi bị huỷ' } },
      { do: 'write', client: 'A', texts: ['ABORT\ntransaction:t1\n\n\0'] },
    ],
  },
  {
    name: 'simple-broker/offline',
    proves: ['simple-broker/nothing-is-stored'],
    steps: [
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'B', destination: ORDERS },
      { do: 'publish', destination: ORDERS, body: 'order 1' },
      { do: 'mark', label: { en: 'Bob goes away', vi: 'Bob rời đi' } },
      { do: 'disconnect', client: 'B' },
      { do: 'publish', destination: ORDERS, body: 'order 2' },
      { do: 'publish', destination: ORDERS, body: 'order 3' },
      { do: 'mark', label: { en: 'Bob comes back', vi: 'Bob trở lại' } },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'B', destination: ORDERS },
      { do: 'publish', destination: ORDERS, body: 'order 4' },
    ],
  },
  {
    name: 'simple-broker/snapshot',
    proves: ['simple-broker/nothing-is-stored'],
    steps: [
      { do: 'publish', destination: '/topic/status', body: 'one lamp is out' },
      { do: 'connect', client: 'B' },
      { do: 'mark', label: { en: 'First the stream', vi: 'Trước hết là dòng thay đổi' } },
      { do: 'subscribe', client: 'B', destination: '/topic/status' },
      { do: 'mark', label: { en: 'Then the snapshot', vi: 'Rồi đến trạng thái hiện tại' } },
      { do: 'subscribe', client: 'B', destination: '/app/status' },
      { do: 'publish', destination: '/topic/status', body: 'two lamps are out' },
    ],
  },
  {
    name: 'simple-broker/echo',
    proves: ['simple-broker/sender-hears-itself'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'A', destination: GREETINGS },
      { do: 'subscribe', client: 'B', destination: GREETINGS },
      { do: 'mark', label: { en: 'Ada speaks', vi: 'Ada nói' } },
      { do: 'send', client: 'A', destination: GREETINGS, body: 'hello, all', headers: TEXT },
    ],
  },
  {
    name: 'simple-broker/selector-off',
    proves: ['simple-broker/selector-is-off'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: ORDERS, headers: { selector: "headers.kind == 'tea'" } },
      { do: 'send', client: 'A', destination: ORDERS, body: 'a coffee', headers: { ...TEXT, kind: 'coffee' } },
    ],
  },
  {
    name: 'simple-broker/selector-on',
    configuration: 'selector',
    proves: ['simple-broker/selector-can-be-switched-on'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'A', destination: ORDERS, headers: { selector: "headers.kind == 'tea'" } },
      { do: 'subscribe', client: 'B', destination: ORDERS },
      { do: 'send', client: 'B', destination: ORDERS, body: 'a tea', headers: { ...TEXT, kind: 'tea' } },
      { do: 'mark', label: { en: 'And a coffee', vi: 'Và một ly cà phê' } },
      { do: 'send', client: 'B', destination: ORDERS, body: 'a coffee', headers: { ...TEXT, kind: 'coffee' } },
    ],
  },
]
