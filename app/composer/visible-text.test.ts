import { describe, expect, test } from 'vitest'
import { DIVIDER, toMessages } from './visible-text.ts'

describe('what is typed into the composer', () => {
  test('goes out as it stands, with its control characters', () => {
    expect(toMessages('SEND\nx:1^M\n\nA^@B^@')).toEqual(['SEND\nx:1\r\n\nA\0B\0'])
  })

  test('is divided into messages where the reader says so', () => {
    expect(toMessages(`SEND\n${DIVIDER}\n^@${DIVIDER}`)).toEqual(['SEND\n', '\n\0'])
    expect(toMessages('')).toEqual([])
  })
})
