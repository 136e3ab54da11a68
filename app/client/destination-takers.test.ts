import { describe, expect, it } from 'vitest'
import type { LabConfiguration } from '#trace'
import { type DestinationPrefixes, destinationTakers } from './destination-takers.ts'

const broker = (destinationPrefixes: readonly string[]): LabConfiguration['simpleBroker'] => ({
  destinationPrefixes,
  heartbeat: null,
  selectorHeaderName: null,
  cacheLimit: 1024,
})

const DEFAULT: DestinationPrefixes = {
  applicationDestinationPrefixes: ['/app'],
  userDestinationPrefix: null,
  simpleBroker: broker(['/topic', '/queue']),
}

describe('the takers of a destination', () => {
  it.each([
    ['/app/hello', ['controllers']],
    ['/topic/greetings', ['broker']],
    ['/user/queue/replies', ['user']],
    ['/nowhere', []],
    ['/application', []],
    ['/topical', ['broker']],
  ])('of %s are %j in the default configuration', (destination, takers) => {
    expect(destinationTakers(DEFAULT, destination)).toEqual(takers)
  })

  it('are everybody who was given no prefixes', () => {
    const config = { ...DEFAULT, applicationDestinationPrefixes: [], simpleBroker: broker([]) }
    expect(destinationTakers(config, '/greetings')).toEqual(['controllers', 'broker'])
  })
})
