import { expect, test } from 'vitest'
import { octetBeside } from './octet-beside.ts'
import { lookedAtOctet } from './span-focus.ts'

test('octets of a part are walked from its first to its last, and back', () => {
  const wire = [6, 7, 9]
  expect(octetBeside(wire, null, 1)).toBe(6)
  expect(octetBeside(wire, lookedAtOctet(6), 1)).toBe(7)
  expect(octetBeside(wire, lookedAtOctet(7), 1)).toBe(9)
  expect(octetBeside(wire, lookedAtOctet(9), 1)).toBeNull()
  expect(octetBeside(wire, null, -1)).toBe(9)
  expect(octetBeside(wire, lookedAtOctet(6), -1)).toBeNull()
})

test('a part that is on no wire has no octets to walk', () => {
  expect(octetBeside([], null, 1)).toBeNull()
})
