import type { Scenario, ScenarioStep } from './scenario.ts'

const ANNOUNCEMENTS = '/topic/announcements'
const TEXT = { 'content-type': 'text/plain' } as const

/** Two who ask what is new, each by its name; they have no connection. */
const ask = (by: 'slow' | 'fast', after = 0): ScenarioStep => ({
  do: 'request',
  method: 'GET',
  path: `/messages?after=${after}&by=${by}`,
})

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'why-not-http/addresses',
    proves: [
      'why-not-http/one-request-one-response',
      'why-not-http/address-chooses-code',
      'why-not-http/verb-is-part-of-it',
    ],
    steps: [
      { do: 'mark', label: { en: 'A path that the application has', vi: 'Một path mà ứng dụng có' } },
      { do: 'request', method: 'POST', path: '/announce', body: 'Lunch!' },
      { do: 'mark', label: { en: 'The same path, another method', vi: 'Vẫn path đó, method khác' } },
      { do: 'request', method: 'GET', path: '/announce' },
      { do: 'mark', label: { en: 'Another path', vi: 'Một path khác' } },
      { do: 'request', method: 'POST', path: '/send?to=/topic/announcements', body: 'Lunch!' },
    ],
  },
  {
    name: 'why-not-http/polling',
    proves: [
      'why-not-http/most-answers-are-empty',
      'why-not-http/news-waits-for-a-question',
      'why-not-http/asking-often-waits-less',
    ],
    steps: [
      { do: 'request', method: 'DELETE', path: '/messages' },
      ask('slow'),
      ask('fast'),
      ask('fast'),
      ask('fast'),
      { do: 'mark', label: { en: 'Somebody says hi', vi: 'Có người nói hi' } },
      { do: 'request', method: 'POST', path: '/messages', body: 'hi' },
      ask('fast'),
      ask('fast', 1),
      ask('slow'),
    ],
  },
  {
    name: 'why-not-http/unasked',
    proves: ['why-not-http/server-speaks-unasked'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: ANNOUNCEMENTS },
      { do: 'mark', label: { en: 'Somebody posts an announcement', vi: 'Có người gửi một thông báo bằng POST' } },
      { do: 'request', method: 'POST', path: '/announce', body: 'Lunch!' },
    ],
  },
  {
    name: 'why-not-http/no-response',
    proves: ['why-not-http/message-has-no-response', 'why-not-http/one-handshake'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'B', destination: '/topic/greetings' },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Lan"}' },
    ],
  },
  {
    name: 'why-not-http/both-ways',
    proves: ['why-not-http/both-may-speak', 'why-not-http/one-handshake'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: ANNOUNCEMENTS },
      { do: 'mark', label: { en: 'Ada speaks', vi: 'Ada nói' } },
      { do: 'send', client: 'A', destination: '/app/echo', body: 'one', headers: TEXT },
      { do: 'mark', label: { en: 'The server speaks, asked by nobody', vi: 'Server nói, không ai hỏi' } },
      { do: 'publish', destination: ANNOUNCEMENTS, body: 'Lunch!' },
      { do: 'mark', label: { en: 'Ada speaks on', vi: 'Ada nói tiếp' } },
      { do: 'send', client: 'A', destination: '/app/echo', body: 'two', headers: TEXT },
    ],
  },
  {
    name: 'why-not-http/meaning',
    proves: ['why-not-http/frame-gives-meaning', 'why-not-http/text-alone-means-nothing'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/greetings' },
      { do: 'mark', label: { en: 'In a frame that has a destination', vi: 'Trong một frame có destination' } },
      { do: 'send', client: 'A', destination: '/topic/greetings', body: '{"x":1}' },
      { do: 'mark', label: { en: 'The same octets alone', vi: 'Đúng các octet đó, để trơ trọi' } },
      { do: 'open', client: 'D' },
      { do: 'write', client: 'D', texts: ['{"x":1}'] },
    ],
  },
  {
    name: 'why-not-http/gone',
    proves: ['why-not-http/loss-is-an-event', 'why-not-http/server-forgets-the-session'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: ANNOUNCEMENTS },
      { do: 'mark', label: { en: 'The network fails', vi: 'Mất mạng' } },
      { do: 'kill', client: 'A' },
    ],
  },
]
