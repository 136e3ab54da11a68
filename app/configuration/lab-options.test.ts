import { describe, expect, test } from 'vitest'
import type { LabConfiguration } from '#trace'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from '../../server/lab/configurations.ts'
import { resolveConfiguration } from '../../server/lab/resolve-configuration.ts'
import { LAB_OPTION_NAMES, LAB_OPTIONS, type LabOptionName } from './lab-options.ts'

const turned = (name: LabOptionName, config: LabConfiguration, on: boolean): LabConfiguration => {
  const resolved = resolveConfiguration(LAB_OPTIONS[name].turned(config, on))
  if (!resolved.ok) throw new Error(resolved.message)
  return resolved.config
}

describe.each(LAB_OPTION_NAMES)('the option %s', (name) => {
  test.each([...CONFIGURATIONS])('changes nothing else of %s, and nothing at all there and back', (known, config) => {
    const isOn = LAB_OPTIONS[name].isOn(config)
    const other = turned(name, config, !isOn)
    expect(LAB_OPTIONS[name].isOn(other)).toBe(!isOn)
    expect(turned(name, other, isOn)).toEqual({ ...config, name: known })
  })
})

test('over the default configuration each makes a named one, and both together a custom one', () => {
  const deflate = turned('deflate', DEFAULT_CONFIGURATION, true)
  expect(deflate.name).toBe('deflate')
  expect(turned('heart-beats', DEFAULT_CONFIGURATION, true).name).toBe('heartbeat')
  expect(turned('heart-beats', deflate, true).name).toBe('custom')
})

test('a TaskScheduler that would beat by itself goes with the heart-beats', () => {
  const beating: LabConfiguration = {
    ...DEFAULT_CONFIGURATION,
    simpleBroker: { ...DEFAULT_CONFIGURATION.simpleBroker, heartbeat: [10_000, 10_000], taskScheduler: true },
  }
  expect(turned('heart-beats', beating, false)).toEqual(DEFAULT_CONFIGURATION)
})
