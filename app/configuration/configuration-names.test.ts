import { expect, test } from 'vitest'
import { CONFIGURATIONS } from '../../server/lab/configurations.ts'
import { CONFIGURATION_NAMES } from './configuration-names.ts'

test('the page offers every configuration that the lab knows, and no other', () => {
  expect(CONFIGURATION_NAMES.toSorted()).toEqual([...CONFIGURATIONS.keys()].sort())
})
