import type { Scenario } from './scenario.ts'

const NEWS = '/topic/announcements'
const TEXT = { 'content-type': 'text/plain' } as const
const CONNECT = 'CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0'
const news = (number: number): string => `SEND\ndestination:${NEWS}\ncontent-type:text/plain\n\nnews ${number}\0`

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'transport-race/lanes',
    proves: [
      'transport-race/poll-is-a-request-each',
      'transport-race/stream-is-one-request',
      'transport-race/eventsource-is-lines',
      'transport-race/stream-begins-with-filling',
      'transport-race/server-adds-two-octets',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B', transport: 'eventsource' },
      { do: 'connect', client: 'C', transport: 'xhr-streaming' },
      { do: 'connect', client: 'D', transport: 'xhr-polling' },
      { do: 'subscribe', client: 'A', destination: NEWS },
      { do: 'subscribe', client: 'B', destination: NEWS },
      { do: 'subscribe', client: 'C', destination: NEWS },
      { do: 'subscribe', client: 'D', destination: NEWS },
      { do: 'mark', label: { en: 'News, once in a while', vi: 'Tin tức, thỉnh thoảng' } },
      { do: 'publish', destination: NEWS, body: 'news 1' },
      { do: 'publish', destination: NEWS, body: 'news 2' },
      { do: 'publish', destination: NEWS, body: 'news 3' },
    ],
  },
  {
    name: 'transport-race/burst',
    proves: ['transport-race/poll-carries-a-batch'],
    steps: [
      { do: 'connect', client: 'B', transport: 'xhr-polling' },
      { do: 'subscribe', client: 'B', destination: NEWS },
      { do: 'open', client: 'D' },
      { do: 'write', client: 'D', texts: [CONNECT] },
      { do: 'mark', label: { en: 'Six at once', vi: 'Sáu tin một lúc' } },
      { do: 'write', client: 'D', texts: [1, 2, 3, 4, 5, 6].map(news) },
    ],
  },
  {
    name: 'transport-race/upwards',
    proves: [
      'transport-race/up-is-a-request-each',
      'transport-race/eventsource-cannot-speak',
      'transport-race/client-adds-six-octets',
    ],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B', transport: 'eventsource' },
      { do: 'mark', label: { en: 'Ada sends over WebSocket', vi: 'Ada gửi qua WebSocket' } },
      { do: 'send', client: 'A', destination: '/app/echo', body: 'hi', headers: TEXT },
      { do: 'mark', label: { en: 'Bob has only a stream', vi: 'Bob chỉ có một stream' } },
      { do: 'send', client: 'B', destination: '/app/echo', body: 'hi', headers: TEXT },
      { do: 'send', client: 'B', destination: '/app/echo', body: 'hi again', headers: TEXT },
    ],
  },
  {
    name: 'transport-race/nothing-to-say',
    proves: ['transport-race/poll-asks-even-then'],
    steps: [
      { do: 'connect', client: 'A', transport: 'xhr-polling', heartBeat: [0, 0] },
      { do: 'mark', label: { en: 'Half a minute without news', vi: 'Nửa phút không có tin' } },
      { do: 'wait', for: 26_000 },
    ],
  },
]
