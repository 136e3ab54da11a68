import { expect, test } from 'vitest'
import type { EndpointConfiguration, LabConfiguration } from '../trace/index.ts'
import { checkConfiguration } from './check-configuration.ts'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from './configurations.ts'

const { simpleBroker, transport, endpoints } = DEFAULT_CONFIGURATION

const endpoint = (parts: Partial<EndpointConfiguration>): EndpointConfiguration => ({
  path: '/ws',
  webSocket: true,
  sockJs: false,
  allowedOrigins: [],
  allowedOriginPatterns: [],
  vetoed: false,
  ...parts,
})

const check = (parts: Partial<LabConfiguration>) => checkConfiguration({ ...DEFAULT_CONFIGURATION, ...parts })

test.each([...CONFIGURATIONS])('%s is possible as it is', (_name, config) => {
  expect(checkConfiguration(config)).toEqual({ kind: 'possible', config })
})

test.each<readonly [what: string, parts: Partial<LabConfiguration>, reason: string]>([
  [
    'a heart-beat value without a TaskScheduler (spring.md 2.10.1)',
    { simpleBroker: { ...simpleBroker, heartbeat: [0, 1000], taskScheduler: false } },
    'Heartbeat values configured but no TaskScheduler provided',
  ],
  ['no endpoint', { endpoints: [] }, 'No handlers'],
  ['a blank user prefix', { userDestinationPrefix: ' ' }, 'User destination prefix must not be empty'],
  [
    'no room for a message',
    { transport: { ...transport, messageSizeLimit: 0 } },
    'Buffer size limit must be greater than 0',
  ],
  [
    'an endpoint that is none',
    { endpoints: [endpoint({ path: '/x', webSocket: false })] },
    'The endpoint /x is neither a WebSocket nor a SockJS one',
  ],
  [
    'an endpoint at the address of the feed',
    { endpoints: [endpoint({ path: '/trace' })] },
    'The address /trace belongs to Frameflow itself',
  ],
])('%s is refused with the reason', (_what, parts, message) => {
  expect(check(parts)).toEqual({ kind: 'impossible', message })
})

test.each<readonly [what: string, parts: Partial<LabConfiguration>]>([
  [
    'SockJS with allowed origins *, which fails only when a request has an Origin (5.4.2)',
    {
      endpoints: [endpoint({ sockJs: true, allowedOrigins: ['*'] })],
    },
  ],
  ['the same path twice, of which the last registration counts', { endpoints: [...endpoints, endpoint({})] }],
  ['a broker without a prefix', { simpleBroker: { ...simpleBroker, destinationPrefixes: [] } }],
  [
    'a heart-beat of 0,0 without a TaskScheduler',
    {
      simpleBroker: { ...simpleBroker, heartbeat: [0, 0], taskScheduler: false },
    },
  ],
  ['an application prefix that the broker has too', { applicationDestinationPrefixes: ['/topic'] }],
])('%s is possible', (_what, parts) => {
  expect(check(parts).kind).toBe('possible')
})

test('a broker with a TaskScheduler and no value beats every 10 seconds (spring.md 2.10.1)', () => {
  expect(check({ simpleBroker: { ...simpleBroker, taskScheduler: true } })).toMatchObject({
    kind: 'possible',
    config: { simpleBroker: { heartbeat: [10_000, 10_000] } },
  })
})
