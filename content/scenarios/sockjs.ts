import type { Scenario } from './scenario.ts'

const GREETINGS = '/topic/greetings'
const ELSEWHERE = 'https://elsewhere.example'
const CONNECT = 'CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0'
const SILENT = [0, 0] as const

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'sockjs/connect',
    proves: [
      'sockjs/info-first',
      'sockjs/session-url',
      'sockjs/open-frame',
      'sockjs/messages-in-an-array',
      'sockjs/stomp-inside',
    ],
    steps: [{ do: 'connect', client: 'A', transport: 'websocket', heartBeat: SILENT }],
  },
  {
    name: 'sockjs/quiet',
    proves: ['sockjs/h-after-25-seconds'],
    steps: [
      { do: 'connect', client: 'A', transport: 'websocket', heartBeat: SILENT },
      { do: 'wait', for: 26_000 },
    ],
  },
  {
    name: 'sockjs/quiet-with-heart-beats',
    configuration: 'heartbeat',
    proves: ['sockjs/stomp-heart-beat-replaces-h'],
    steps: [
      { do: 'connect', client: 'A', transport: 'websocket', heartBeat: [1000, 1000] },
      { do: 'wait', for: 26_000 },
    ],
  },
  {
    name: 'sockjs/every-transport',
    proves: [
      'sockjs/streaming-is-one-response',
      'sockjs/polling-asks-again',
      'sockjs/upwards-is-a-post',
      'sockjs/same-route-above',
    ],
    steps: [
      { do: 'connect', client: 'A', transport: 'websocket' },
      { do: 'connect', client: 'B', transport: 'xhr-streaming' },
      { do: 'connect', client: 'C', transport: 'xhr-polling' },
      { do: 'subscribe', client: 'A', destination: GREETINGS },
      { do: 'subscribe', client: 'B', destination: GREETINGS },
      { do: 'subscribe', client: 'C', destination: GREETINGS },
      { do: 'mark', label: { en: 'A greeting over WebSocket', vi: 'Một lời chào qua WebSocket' } },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
      { do: 'mark', label: { en: 'The same by a POST', vi: 'Vẫn vậy, bằng một POST' } },
      { do: 'send', client: 'B', destination: '/app/hello', body: '{"name":"Bob"}' },
      { do: 'mark', label: { en: 'And by a client that polls', vi: 'Và từ một client polling' } },
      { do: 'send', client: 'C', destination: '/app/hello', body: '{"name":"Cy"}' },
    ],
  },
  {
    name: 'sockjs/renewed',
    configuration: 'sockjsFast',
    proves: ['sockjs/stream-is-renewed'],
    steps: [
      { do: 'connect', client: 'A', transport: 'xhr-streaming', heartBeat: SILENT },
      { do: 'subscribe', client: 'A', destination: GREETINGS },
      { do: 'publish', destination: GREETINGS, body: 'one' },
      { do: 'publish', destination: GREETINGS, body: 'two' },
    ],
  },
  {
    name: 'sockjs/info-fails',
    proves: ['sockjs/foreign-origin-is-refused', 'sockjs/no-ladder-without-info'],
    steps: [
      { do: 'fault', fault: 'wrong-origin', on: true, client: 'A' },
      { do: 'connect', client: 'A', transport: 'Auto (SockJS)' },
      { do: 'fault', fault: 'wrong-origin', on: false },
    ],
  },
  {
    name: 'sockjs/origins',
    configuration: 'handshake',
    proves: ['sockjs/origin-is-echoed', 'sockjs/foreign-origin-is-refused', 'sockjs/star-is-an-error'],
    steps: [
      { do: 'mark', label: { en: 'Patterns that allow every origin', vi: 'Pattern cho phép mọi origin' } },
      { do: 'request', method: 'GET', path: '/ws/info', headers: { Origin: ELSEWHERE } },
      { do: 'mark', label: { en: 'An endpoint for its own site only', vi: 'Endpoint chỉ dành cho site của nó' } },
      { do: 'request', method: 'GET', path: '/sockjs-only/info', headers: { Origin: ELSEWHERE } },
      { do: 'mark', label: { en: 'A star', vi: 'Một dấu sao' } },
      { do: 'request', method: 'GET', path: '/star/info', headers: { Origin: ELSEWHERE } },
    ],
  },
  {
    name: 'sockjs/addresses',
    proves: ['sockjs/endpoint-itself-is-no-socket', 'sockjs/raw-entry', 'sockjs/framed-entry'],
    steps: [
      { do: 'mark', label: { en: 'The endpoint itself', vi: 'Chính endpoint' } },
      { do: 'open', client: 'D', path: '/sockjs-only' },
      { do: 'mark', label: { en: 'The raw entry', vi: 'Lối vào thô' } },
      { do: 'open', client: 'E', path: '/sockjs-only/websocket' },
      { do: 'write', client: 'E', texts: [CONNECT] },
      { do: 'mark', label: { en: 'The entry that wants arrays', vi: 'Lối vào đòi mảng' } },
      { do: 'open', client: 'F', path: '/sockjs-only/1/abc/websocket' },
      { do: 'write', client: 'F', texts: [CONNECT] },
    ],
  },
  {
    name: 'sockjs/stranger',
    proves: ['sockjs/unknown-session'],
    steps: [{ do: 'request', method: 'POST', path: '/ws/000/stranger/xhr_send', body: '["hello"]' }],
  },
  {
    name: 'sockjs/expired',
    proves: ['sockjs/session-expires', 'sockjs/unknown-session'],
    steps: [
      { do: 'request', method: 'POST', path: '/ws/000/sleepy/xhr' },
      { do: 'mark', label: { en: 'It does not ask again', vi: 'Nó không hỏi lại nữa' } },
      { do: 'wait', for: 11_000 },
      { do: 'mark', label: { en: 'Too late', vi: 'Quá muộn' } },
      { do: 'request', method: 'POST', path: '/ws/000/sleepy/xhr_send', body: '["hello"]' },
    ],
  },
  {
    name: 'sockjs/iframe',
    proves: ['sockjs/iframe-only-for-own-site'],
    steps: [
      { do: 'request', method: 'GET', path: '/ws/iframe.html' },
      { do: 'request', method: 'GET', path: '/sockjs-only/iframe.html' },
    ],
  },
]
