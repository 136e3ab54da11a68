import { describe, expect, it } from 'vitest'
import { excerpt } from './excerpt.ts'

const marked = (text: string, ...words: readonly string[]) =>
  excerpt(text, words)
    .map((run) => (run.match ? `[${run.text}]` : run.text))
    .join('')

describe('the excerpt of a section', () => {
  it('marks the beginnings of words, whatever marks their letters wear', () => {
    expect(marked('Kênh đưa thông điệp đi', 'thong', 'di')).toBe('Kênh đưa [thông] [đi]ệp [đi]')
    expect(marked('The client subscribes', 'sub')).toBe('The client [sub]scribes')
  })

  it('begins a little before the first match and ends with a word', () => {
    const text = `${'before '.repeat(30)}broker ${'after '.repeat(40)}`
    expect(marked(text, 'broker')).toMatch(/^… (before ){1,6}\[broker\] (after )+after …$/)
    expect(marked(text, 'broker').length).toBeLessThan(160)
  })

  it('is the beginning where only the heading matched', () => {
    expect(marked('Four things are configured.', 'map')).toBe('Four things are configured.')
  })
})
