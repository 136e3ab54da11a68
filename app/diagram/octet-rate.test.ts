import { expect, test } from 'vitest'
import { createPhrasebook } from '../language/phrasebook.tsx'
import { octetRate } from './octet-rate.ts'

test('octets a second have the unit in which they are short', () => {
  const rates = [960, 1_234, 999_000, 2_500_000].map((octets) => octetRate(octets, createPhrasebook('en')))
  expect(rates).toEqual(['960 B/s', '1.2 kB/s', '999.0 kB/s', '2.5 MB/s'])
  expect(octetRate(1_234, createPhrasebook('vi'))).toBe('1,2 kB/s')
})
