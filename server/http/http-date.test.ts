import fc from 'fast-check'
import { expect, it } from 'vitest'
import { httpDate, isoInstant } from './http-date.ts'

const anyInstant = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2999, 11) })

it('dates are those of the Gregorian calendar', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      expect(httpDate(instant)).toBe(new Date(instant).toUTCString())
      expect(isoInstant(instant)).toBe(new Date(instant).toISOString())
    }),
  )
})
