import type { Scenario, ScenarioStep } from './scenario.ts'

/** The composer's client: frames by hand need a WebSocket of their own. */
const CLIENT = 'C'

const open = (...protocols: string[]): ScenarioStep => ({ do: 'open', client: CLIENT, protocols })

const write = (...texts: string[]): ScenarioStep => ({ do: 'write', client: CLIENT, texts })

const mark = (en: string, vi: string): ScenarioStep => ({ do: 'mark', label: { en, vi } })

const CONNECT = 'CONNECT\naccept-version:1.2\nhost:localhost\n\n\0'

const subscribe = (destination: string): string => `SUBSCRIBE\nid:sub-0\ndestination:${destination}\n\n\0`

const CONNECTED: readonly ScenarioStep[] = [open('v12.stomp'), write(CONNECT)]

const LISTENING: readonly ScenarioStep[] = [...CONNECTED, write(subscribe('/topic/greetings'))]

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'stomp-frame/first-frames',
    proves: ['stomp-frame/sub-protocol-is-chosen', 'stomp-frame/connect-is-answered', 'stomp-frame/version-is-chosen'],
    steps: [
      open('v12.stomp', 'v11.stomp'),
      mark('The pipe is open; STOMP has not begun', 'Đường ống đã mở; STOMP chưa bắt đầu'),
      write(CONNECT),
      write(subscribe('/topic/greetings')),
      write('SEND\ndestination:/app/hello\ncontent-type:application/json\n\n{"name":"Cy"}\0'),
    ],
  },
  {
    name: 'stomp-frame/early',
    proves: ['stomp-frame/early-is-refused', 'stomp-frame/error-closes'],
    steps: [open('v12.stomp'), write(subscribe('/topic/greetings'))],
  },
  {
    name: 'stomp-frame/versions',
    proves: ['stomp-frame/version-is-chosen'],
    steps: [open(), write('CONNECT\naccept-version:1.0,1.1\nhost:localhost\n\n\0')],
  },
  {
    name: 'stomp-frame/unknown-version',
    proves: ['stomp-frame/unknown-version-is-silence'],
    steps: [open(), write('CONNECT\naccept-version:2.0\nhost:localhost\n\n\0')],
  },
  {
    name: 'stomp-frame/login',
    proves: ['stomp-frame/login-is-ignored'],
    steps: [open(), write('CONNECT\naccept-version:1.2\nhost:localhost\nlogin:alice\npasscode:secret\n\n\0')],
  },
  {
    name: 'stomp-frame/no-nul',
    proves: ['stomp-frame/waits-for-nul', 'stomp-frame/nul-completes'],
    steps: [
      ...CONNECTED,
      write('SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n'),
      mark('One octet is missing', 'Còn thiếu một octet'),
      write('\0'),
    ],
  },
  {
    name: 'stomp-frame/content-length',
    proves: ['stomp-frame/length-counts-octets', 'stomp-frame/short-length-is-error'],
    steps: [
      ...LISTENING,
      write('SEND\ndestination:/app/hello\ncontent-type:application/json\ncontent-length:15\n\n{"name":"Ánh"}\0'),
      mark('Now 14, as many as there are characters', 'Giờ thử 14, đúng bằng số ký tự'),
      write('SEND\ndestination:/app/hello\ncontent-type:application/json\ncontent-length:14\n\n{"name":"Ánh"}\0'),
    ],
  },
  {
    name: 'stomp-frame/length-too-long',
    proves: ['stomp-frame/long-length-swallows'],
    steps: [
      ...LISTENING,
      write('SEND\ndestination:/topic/greetings\ncontent-length:9\n\nhi\0'),
      mark('The server still waits', 'Server vẫn đang chờ'),
      write('SEND\ndestination:/topic/greetings\n\nthe next one\0'),
    ],
  },
  {
    name: 'stomp-frame/nul-in-body',
    proves: ['stomp-frame/nul-travels-with-length', 'stomp-frame/nul-cuts-without-length'],
    steps: [
      ...LISTENING,
      write('SEND\ndestination:/topic/greetings\ncontent-length:3\n\na\0b\0'),
      mark('The same body, without content-length', 'Cùng nội dung, không có content-length'),
      write('SEND\ndestination:/topic/greetings\n\na\0b\0'),
    ],
  },
  {
    name: 'stomp-frame/escapes',
    proves: ['stomp-frame/colon-in-value', 'stomp-frame/escaped-colon'],
    steps: [
      ...CONNECTED,
      write(subscribe('/topic/headers')),
      write('SEND\ndestination:/app/headers\nx-trace:a:b\n\nraw\0'),
      write('SEND\ndestination:/app/headers\nx-trace:a\\cb\n\nescaped\0'),
    ],
  },
  {
    name: 'stomp-frame/repeated-header',
    proves: ['stomp-frame/first-header-wins'],
    steps: [...LISTENING, write('SEND\ndestination:/topic/greetings\ndestination:/topic/elsewhere\n\nwhere to?\0')],
  },
  {
    name: 'stomp-frame/body-on-subscribe',
    proves: ['stomp-frame/subscribe-has-no-body'],
    steps: [...CONNECTED, write('SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\nplease\0')],
  },
  {
    name: 'stomp-frame/lower-case',
    proves: ['stomp-frame/unknown-command-is-error'],
    steps: [...CONNECTED, write('send\ndestination:/topic/greetings\n\nhi\0')],
  },
  {
    name: 'stomp-frame/receipts',
    proves: ['stomp-frame/send-gets-no-receipt', 'stomp-frame/disconnect-gets-receipt'],
    steps: [
      ...CONNECTED,
      write('SEND\ndestination:/topic/greetings\nreceipt:r1\n\nhi\0'),
      mark('No RECEIPT r1. Now the farewell', 'Không có RECEIPT r1. Giờ tới lời chào tạm biệt'),
      write('DISCONNECT\nreceipt:r2\n\n\0'),
    ],
  },
  {
    name: 'stomp-frame/abrupt-farewell',
    proves: ['stomp-frame/disconnect-without-receipt'],
    steps: [...CONNECTED, write('DISCONNECT\n\n\0')],
  },
  {
    name: 'stomp-frame/acknowledge',
    proves: ['stomp-frame/message-has-no-ack', 'stomp-frame/ack-is-ignored'],
    steps: [
      ...CONNECTED,
      write('SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\nack:client\n\n\0'),
      write('SEND\ndestination:/topic/greetings\n\nhi\0'),
      write('ACK\nid:1\n\n\0'),
    ],
  },
  {
    name: 'stomp-frame/three-messages',
    proves: ['stomp-frame/three-make-one'],
    steps: [...LISTENING, write('SEND\ndestination:/topic/gree', 'tings\n\nin three ', 'pieces\0')],
  },
  {
    name: 'stomp-frame/two-frames',
    proves: ['stomp-frame/two-in-one'],
    steps: [
      ...LISTENING,
      write('SEND\ndestination:/topic/greetings\n\none\0SEND\ndestination:/topic/greetings\n\ntwo\0'),
    ],
  },
  {
    name: 'stomp-frame/lone-line-feed',
    proves: ['stomp-frame/line-feed-is-heart-beat'],
    steps: [...CONNECTED, write('\n')],
  },
  {
    name: 'stomp-frame/plain-json',
    proves: ['stomp-frame/waits-for-nul'],
    steps: [...CONNECTED, write('{"type":"hello"}')],
  },
]
