import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './language.ts'

describe('the language of the page', () => {
  it('is the one in the address before everything else', () => {
    expect(chooseLanguage('vi', 'en', ['en-GB'])).toBe('vi')
  })

  it('is the remembered one when the address names none that we speak', () => {
    expect(chooseLanguage('fr', 'vi', ['en-GB'])).toBe('vi')
  })

  it("is the first of the browser's languages that we speak", () => {
    expect(chooseLanguage(null, null, ['de-DE', 'vi-VN', 'en'])).toBe('vi')
  })

  it('is English when we speak none of them', () => {
    expect(chooseLanguage(null, null, ['de-DE'])).toBe('en')
  })
})
