import type { Scenario } from './scenario.ts'

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'the-map/greeting',
    proves: ['the-map/send-app-reaches-controller'],
    steps: [
      { do: 'connect', client: 'A' },
      { do: 'subscribe', client: 'A', destination: '/topic/greetings' },
      { do: 'connect', client: 'B' },
      { do: 'subscribe', client: 'B', destination: '/topic/greetings' },
      { do: 'mark', label: { en: 'Ada says hello', vi: 'Ada gửi lời chào' } },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
    ],
  },
]
