import type { Scenario } from './scenario.ts'

const GREETINGS = '/topic/greetings'

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'proxies-and-tls/stripped',
    proves: ['proxies-and-tls/stripped-upgrade-is-a-plain-get'],
    steps: [
      { do: 'fault', fault: 'block-upgrade', on: true, client: 'A' },
      { do: 'mark', label: { en: 'Ada connects through the proxy', vi: 'Ada kết nối qua proxy' } },
      { do: 'connect', client: 'A' },
      { do: 'fault', fault: 'block-upgrade', on: false },
    ],
  },
  {
    name: 'proxies-and-tls/rescued',
    proves: ['proxies-and-tls/sockjs-goes-on', 'proxies-and-tls/stripped-upgrade-is-a-plain-get'],
    steps: [
      { do: 'fault', fault: 'block-upgrade', on: true, client: 'A' },
      { do: 'mark', label: { en: 'The same proxy, a SockJS client', vi: 'Vẫn proxy đó, một client SockJS' } },
      { do: 'connect', client: 'A', transport: 'Auto (SockJS)' },
      { do: 'fault', fault: 'block-upgrade', on: false },
    ],
  },
  {
    name: 'proxies-and-tls/silence',
    proves: ['proxies-and-tls/silence-is-silent'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: GREETINGS },
      { do: 'mark', label: { en: 'A minute of silence', vi: 'Một phút im lặng' } },
      { do: 'wait', for: 60_000 },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
    ],
  },
  {
    name: 'proxies-and-tls/beats',
    configuration: 'heartbeat',
    proves: ['proxies-and-tls/server-beats', 'proxies-and-tls/client-beats'],
    steps: [
      { do: 'connect', client: 'A', heartBeat: [1000, 1000] },
      { do: 'mark', label: { en: 'Five seconds of silence', vi: 'Năm giây im lặng' } },
      { do: 'wait', for: 5000 },
    ],
  },
  {
    name: 'proxies-and-tls/half-open',
    configuration: 'heartbeat',
    proves: ['proxies-and-tls/missed-beats-end-it'],
    steps: [
      { do: 'connect', client: 'A', heartBeat: [1000, 1000] },
      { do: 'subscribe', client: 'A', destination: GREETINGS },
      { do: 'mark', label: { en: 'Nothing of Ada’s arrives any more', vi: 'Không gì của Ada đến nơi nữa' } },
      { do: 'fault', fault: 'drop-heart-beats-to-server', on: true, client: 'A' },
      { do: 'wait', for: 6000 },
      { do: 'fault', fault: 'drop-heart-beats-to-server', on: false },
    ],
  },
  {
    name: 'proxies-and-tls/buffered',
    proves: ['proxies-and-tls/buffered-stream-is-silent', 'proxies-and-tls/websocket-passes-a-buffer'],
    steps: [
      { do: 'fault', fault: 'buffer-streaming', on: true },
      { do: 'mark', label: { en: 'A stream through the buffer', vi: 'Một stream qua bộ đệm' } },
      { do: 'connect', client: 'A', transport: 'xhr-streaming' },
      { do: 'wait', for: 1000 },
      { do: 'mark', label: { en: 'A WebSocket through the buffer', vi: 'Một WebSocket qua bộ đệm' } },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'B', destination: GREETINGS },
      { do: 'publish', destination: GREETINGS, body: 'through' },
      { do: 'fault', fault: 'buffer-streaming', on: false },
    ],
  },
]
