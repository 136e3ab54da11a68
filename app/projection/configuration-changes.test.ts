import { expect, test } from 'vitest'
import { configurationChanges } from './configuration-changes.ts'
import { EXAMPLE_CONFIGURATION as before } from './example-configuration.ts'

test('names each setting that is another by its path, and what it is now', () => {
  const after = {
    ...before,
    name: 'custom',
    permessageDeflate: true,
    simpleBroker: { ...before.simpleBroker, heartbeat: [1000, 1000] as const },
  }
  expect(configurationChanges(before, after)).toEqual(['simpleBroker.heartbeat 1000,1000', 'permessageDeflate true'])
  expect(configurationChanges(after, before)).toEqual(['simpleBroker.heartbeat null', 'permessageDeflate –'])
})

test('a name alone changes nothing', () => {
  expect(configurationChanges(before, { ...before, name: 'custom' })).toEqual([])
})
