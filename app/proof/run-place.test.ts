import { describe, expect, test } from 'vitest'
import type { FeedHello } from '#trace'
import type { Scenario } from '../../content/scenarios/scenario.ts'
import { CONFIGURATIONS } from '../../server/lab/configurations.ts'
import { runPlace } from './run-place.ts'

const helloOf = (name: string) => ({ config: CONFIGURATIONS.get(name) }) as FeedHello
const HELLO = helloOf('default')
const scenario = (change: Partial<Scenario>): Scenario => ({ name: 'a/b', proves: [], steps: [], ...change })

describe('a scenario is played', () => {
  test('by the clients of the page, where the lab is as it wants it', () => {
    expect(runPlace(scenario({}), 'live', HELLO)).toBe('live')
    expect(runPlace(scenario({ configuration: 'default' }), 'live', HELLO)).toBe('live')
  })

  test('in a lab of its own, where it wants another configuration', () => {
    expect(runPlace(scenario({ configuration: 'appWs' }), 'live', HELLO)).toBe('own-lab')
  })

  test('by the clients of the page under any configuration with the usual addresses, where it wants none of its own', () => {
    const elsewhere = [...CONFIGURATIONS.keys()].filter(
      (name) => runPlace(scenario({}), 'live', helloOf(name)) !== 'live',
    )
    expect(elsewhere).toEqual(['noPrefixes', 'appWs', 'requireToken'])
    expect(runPlace(scenario({}), 'live', helloOf('appWs'))).toBe('own-lab')
  })

  test('in memory, where no lab answers', () => {
    for (const connection of ['connecting', 'lost', 'recorded'] as const)
      expect(runPlace(scenario({}), connection, HELLO)).toBe('memory')
  })

  test('in memory, where a browser cannot do it: forge an Origin, write frames of its own', () => {
    const forged = { Origin: 'http://evil.example' }
    const open = scenario({ steps: [{ do: 'open', client: 'C', headers: forged }] })
    const request = scenario({ steps: [{ do: 'request', method: 'GET', path: '/ws/info', headers: forged }] })
    expect(runPlace(open, 'live', HELLO)).toBe('memory')
    expect(runPlace(request, 'live', HELLO)).toBe('memory')
    const wire = scenario({ steps: [{ do: 'write-wire', client: 'C', octets: [0x89, 0x00] }] })
    expect(runPlace(wire, 'live', HELLO)).toBe('memory')
    const harmless = { 'X-Mine': '1' }
    const plain = scenario({ steps: [{ do: 'request', method: 'GET', path: '/ws/info', headers: harmless }] })
    expect(runPlace(plain, 'live', HELLO)).toBe('live')
  })
})
