import { expect, test } from 'vitest'
import { redactHeaders, redactText } from './redaction.ts'

test('secret headers are masked at equal length, whatever their case (trace.md rule 4)', () => {
  const { headers, redacted } = redactHeaders([
    ['host', 'x'],
    ['PassCode', 'secret'],
    ['Authorization', 'Bearer bób'],
  ])
  expect(redacted).toBe(true)
  expect(headers).toEqual([
    ['host', 'x'],
    ['PassCode', '******'],
    ['Authorization', '***********'],
  ])
})

test('headers without a secret pass untouched', () => {
  const headers = [['destination', '/app/hello']] as const
  expect(redactHeaders(headers)).toEqual({ headers, redacted: false })
})

test('a secret line inside a SockJS text is masked up to its escaped end', () => {
  const text = '["CONNECT\\naccept-version:1.2\\nAuthorization:Bearer bob\\npasscode:guest\\n\\n\\u0000"]'
  const masked = redactText(text)
  expect(masked).toBe('["CONNECT\\naccept-version:1.2\\nAuthorization:**********\\npasscode:*****\\n\\n\\u0000"]')
  expect(masked).toHaveLength(text.length)
})
