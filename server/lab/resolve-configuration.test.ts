import { expect, test } from 'vitest'
import type { LabConfiguration } from '../trace/index.ts'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from './configurations.ts'
import { resolveConfiguration } from './resolve-configuration.ts'

const nameOf = (wanted: LabConfiguration): string => {
  const resolved = resolveConfiguration(wanted)
  return resolved.ok ? resolved.config.name : resolved.code
}

test.each([...CONFIGURATIONS])('a custom configuration that is %s in everything else is called so', (name, config) => {
  const inAnotherOrder = Object.fromEntries(Object.entries(config).reverse()) as unknown as LabConfiguration
  expect(nameOf({ ...inAnotherOrder, name: 'custom' })).toBe(name)
})

test('a custom configuration that none of the known ones is stays custom', () => {
  const { simpleBroker } = DEFAULT_CONFIGURATION
  const both: LabConfiguration = {
    ...DEFAULT_CONFIGURATION,
    name: 'custom',
    permessageDeflate: true,
    simpleBroker: { ...simpleBroker, heartbeat: [1000, 1000] },
  }
  expect(nameOf(both)).toBe('custom')
})

test('a name that somebody chose is kept', () => {
  expect(nameOf({ ...DEFAULT_CONFIGURATION, name: 'mine' })).toBe('mine')
})
