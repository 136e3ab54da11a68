import type { OpenStep, RequestStep, Scenario, ScenarioStep } from './scenario.ts'

const CLIENT = 'C'

const open = (parts: Omit<OpenStep, 'do' | 'client'> = {}): ScenarioStep => ({ do: 'open', client: CLIENT, ...parts })

const write = (text: string): ScenarioStep => ({ do: 'write', client: CLIENT, texts: [text] })

const mark = (en: string, vi: string): ScenarioStep => ({ do: 'mark', label: { en, vi } })

const CONNECT = 'CONNECT\naccept-version:1.2\nhost:localhost\n\n\0'

/** RFC 6455 §1.3 */
const SAMPLE_KEY = 'dGhlIHNhbXBsZSBub25jZQ=='

/** A request that asks for a WebSocket as it should. */
const COMPLETE = {
  Upgrade: 'websocket',
  Connection: 'Upgrade',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': SAMPLE_KEY,
} as const

/** The same but for one header: another value, or null for none; and maybe another method. */
const ask = (change: Readonly<Record<string, string | null>>, method = 'GET'): RequestStep => ({
  do: 'request',
  method,
  path: '/ws',
  headers: Object.fromEntries(
    Object.entries({ ...COMPLETE, ...change }).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ),
})

const EVIL = { Origin: 'https://evil.example' } as const

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'upgrade-handshake/opening',
    proves: [
      'upgrade-handshake/is-http-get',
      'upgrade-handshake/answer-is-101',
      'upgrade-handshake/accept-is-made-from-key',
      'upgrade-handshake/frames-follow',
    ],
    steps: [open({ protocols: ['v12.stomp', 'v11.stomp', 'v10.stomp'] }), write(CONNECT)],
  },
  {
    name: 'upgrade-handshake/same-key',
    proves: ['upgrade-handshake/same-key-twice'],
    steps: [
      open({ headers: { 'Sec-WebSocket-Key': SAMPLE_KEY } }),
      { do: 'close', client: CLIENT, code: 1000 },
      mark('An hour later', 'Một giờ sau'),
      { do: 'wait', for: 3_600_000 },
      open({ headers: { 'Sec-WebSocket-Key': SAMPLE_KEY } }),
    ],
  },
  {
    name: 'upgrade-handshake/own-order',
    proves: ['upgrade-handshake/first-of-the-list'],
    steps: [open({ protocols: ['v10.stomp', 'v12.stomp'] })],
  },
  {
    name: 'upgrade-handshake/unknown-protocol',
    proves: ['upgrade-handshake/unknown-protocol-is-left-out'],
    steps: [open({ protocols: ['mqtt'] })],
  },
  {
    name: 'upgrade-handshake/no-protocol',
    proves: ['upgrade-handshake/stomp-without-protocol'],
    steps: [open(), write(CONNECT)],
  },
  {
    name: 'upgrade-handshake/extension',
    proves: ['upgrade-handshake/extension-is-declined'],
    steps: [open({ headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate' } })],
  },
  {
    name: 'upgrade-handshake/refusals',
    proves: [
      'upgrade-handshake/needs-get',
      'upgrade-handshake/needs-upgrade',
      'upgrade-handshake/needs-connection',
      'upgrade-handshake/needs-key',
      'upgrade-handshake/needs-version',
    ],
    steps: [
      ask({}, 'POST'),
      mark('Without Upgrade', 'Không có Upgrade'),
      ask({ Upgrade: null }),
      mark('With the wrong Connection', 'Connection sai'),
      ask({ Connection: 'keep-alive' }),
      mark('Without a key', 'Không có key'),
      ask({ 'Sec-WebSocket-Key': null }),
      mark('In an old version', 'Phiên bản cũ'),
      ask({ 'Sec-WebSocket-Version': '8' }),
    ],
  },
  {
    name: 'upgrade-handshake/foreign-origin',
    proves: ['upgrade-handshake/foreign-origin-is-refused', 'upgrade-handshake/open-endpoint-takes-anybody'],
    steps: [
      open({ path: '/strict', headers: EVIL }),
      mark('The same page, at an endpoint that is open to all', 'Vẫn trang đó, ở một endpoint mở cho mọi nơi'),
      open({ path: '/ws', headers: EVIL }),
    ],
  },
  {
    name: 'upgrade-handshake/veto',
    configuration: 'handshake',
    proves: ['upgrade-handshake/veto-answers-200'],
    steps: [open({ path: '/vetoed' })],
  },
]
