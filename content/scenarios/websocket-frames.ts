import type { Scenario, ScenarioStep } from './scenario.ts'

const CLIENT = 'C'

const OPEN = { do: 'open', client: CLIENT, protocols: ['v12.stomp'] } as const satisfies ScenarioStep

const write = (...texts: string[]): ScenarioStep => ({ do: 'write', client: CLIENT, texts })

const close = (code?: number, reason?: string): ScenarioStep => ({
  do: 'close',
  client: CLIENT,
  ...(code !== undefined && { code }),
  ...(reason !== undefined && { reason }),
})

const mark = (en: string, vi: string): ScenarioStep => ({ do: 'mark', label: { en, vi } })

const CONNECTED: readonly ScenarioStep[] = [OPEN, write('CONNECT\naccept-version:1.2\nhost:localhost\n\n\0')]

/** Octets: more than the container takes in one message, less than Spring's limit for a STOMP frame. */
const LARGE = 20_000

/** Milliseconds: more than `timeToFirstMessage`. */
const PATIENCE = 61_000

const HEAD = 'SEND\ndestination:/topic/greetings\n\n'

/** A body that only its length keeps together: the second octet would end the frame. */
const BODY = [1, 0, 2, 3]

const octetsOf = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0))

/** Any four octets do; these are of RFC 6455 §5.7. */
const MASK = [0x37, 0xfa, 0x21, 0x3d]

/** First octets of frames, FIN and opcode (RFC 6455 §5.2). */
const TEXT_THAT_GOES_ON = 0x01
const GOES_ON = 0x00
const LAST = 0x80
const PING = 0x89

/** A frame as a client puts it on the wire, of no more than 125 octets (RFC 6455 §5.2). */
const frame = (first: number, text: string): ScenarioStep => ({
  do: 'write-wire',
  client: CLIENT,
  octets: [first, 0x80 | text.length, ...MASK, ...octetsOf(text).map((octet, at) => octet ^ (MASK[at % 4] ?? 0))],
})

/** A server’s “Hello”, which nobody masked (RFC 6455 §5.7). */
const UNMASKED = [0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f]

const filler = (length: number): string => 'x'.repeat(length)

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'websocket-frames/text',
    proves: [
      'websocket-frames/message-is-text',
      'websocket-frames/length-in-octets',
      'websocket-frames/client-masks',
      'websocket-frames/server-does-not-mask',
    ],
    steps: [...CONNECTED, write(`${HEAD}Ánh\0`)],
  },
  {
    name: 'websocket-frames/lengths',
    proves: ['websocket-frames/long-length', 'websocket-frames/longest-length'],
    steps: [
      ...CONNECTED,
      write(`${HEAD}${filler(50)}\0`),
      mark('More than 125 octets', 'Hơn 125 octet'),
      write(`${HEAD}${filler(200)}\0`),
      mark('More than 65,535 octets', 'Hơn 65.535 octet'),
      write(`${HEAD}${filler(66_000)}\0`),
    ],
  },
  {
    name: 'websocket-frames/binary',
    proves: ['websocket-frames/binary-is-read', 'websocket-frames/sockjs-takes-no-binary'],
    steps: [
      ...CONNECTED,
      {
        do: 'write-octets',
        client: CLIENT,
        octets: [...octetsOf('SEND\ndestination:/topic/octets\ncontent-length:4\n\n'), ...BODY, 0],
      },
      mark('The body’s octets over SockJS', 'Các octet của body qua SockJS'),
      { do: 'open', client: CLIENT, path: '/ws/000/octets/websocket' },
      { do: 'write-octets', client: CLIENT, octets: BODY },
    ],
  },
  {
    name: 'websocket-frames/pieces',
    proves: ['websocket-frames/pieces-are-one-message', 'websocket-frames/ping-between-pieces'],
    steps: [
      ...CONNECTED,
      frame(TEXT_THAT_GOES_ON, 'SEND\ndestination:/topic/'),
      mark('A ping, before the rest', 'Một ping, trước phần còn lại'),
      frame(PING, 'still there?'),
      mark('The other two pieces', 'Hai mảnh còn lại'),
      frame(GOES_ON, 'greetings\n\nin three '),
      frame(LAST, 'pieces\0'),
    ],
  },
  {
    name: 'websocket-frames/unmasked',
    proves: ['websocket-frames/unmasked-is-1002'],
    steps: [
      ...CONNECTED,
      mark('Hello, without a mask', 'Hello, không mask'),
      { do: 'write-wire', client: CLIENT, octets: UNMASKED },
    ],
  },
  {
    name: 'websocket-frames/killed',
    proves: ['websocket-frames/nobody-sent-1006', 'websocket-frames/client-says-1006'],
    steps: [{ do: 'connect', client: 'A' }, mark('The network breaks', 'Mạng bị đứt'), { do: 'kill', client: 'A' }],
  },
  {
    name: 'websocket-frames/closings',
    proves: [
      'websocket-frames/close-is-a-frame',
      'websocket-frames/close-payload',
      'websocket-frames/own-code-arrives',
      'websocket-frames/no-code-is-1000',
    ],
    steps: [
      OPEN,
      close(1000, 'done'),
      mark('With a code of our own', 'Với một mã của riêng mình'),
      OPEN,
      close(3001, 'mine'),
      mark('Without any code', 'Không có mã nào'),
      OPEN,
      close(),
    ],
  },
  {
    name: 'websocket-frames/broken-rule',
    proves: ['websocket-frames/error-then-1002'],
    steps: [...CONNECTED, write('HELLO\n\n\0')],
  },
  {
    name: 'websocket-frames/silent',
    proves: ['websocket-frames/silence-is-4500'],
    steps: [
      OPEN,
      { do: 'wait', for: PATIENCE },
      mark('A minute has passed. Somebody else comes', 'Một phút đã qua. Có người khác tới'),
      { do: 'open', client: 'D' },
    ],
  },
  {
    name: 'websocket-frames/too-big',
    proves: ['websocket-frames/too-big-is-1009'],
    steps: [...CONNECTED, write(`${HEAD}${filler(LARGE)}\0`)],
  },
  {
    name: 'websocket-frames/compressed',
    configuration: 'deflate',
    proves: [
      'websocket-frames/compressed-is-marked',
      'websocket-frames/compressed-is-smaller',
      'websocket-frames/compressed-is-larger',
    ],
    steps: [
      { ...OPEN, headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' } },
      write('CONNECT\naccept-version:1.2\nhost:localhost\n\n\0'),
      write(`${HEAD}${'Xin chào, xin chào. '.repeat(20)}\0`),
      mark('The smallest message that STOMP has', 'Message nhỏ nhất của STOMP'),
      write('\n'),
    ],
  },
  {
    name: 'websocket-frames/in-parts',
    proves: ['websocket-frames/parts-get-through'],
    steps: [...CONNECTED, write(`${HEAD}${filler(LARGE / 2)}`, `${filler(LARGE / 2)}\0`)],
  },
]
