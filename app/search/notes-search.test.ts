import { describe, expect, it } from 'vitest'
import { definitions } from '../../content/glossary/vi.ts'
import { createNotesSearch } from './notes-search.ts'

const search = createNotesSearch(
  {
    'content/notes/vi/08-the-map.mdx': [
      { id: null, heading: null, text: 'Bốn thứ được cấu hình.' },
      { id: 'duong-di', heading: 'Đường đi', text: 'Thông điệp vào clientInboundChannel.' },
    ],
    'content/notes/vi/10-simple-broker.mdx': [{ id: 'so', heading: 'Sổ', text: 'Broker ghi đường đi vào sổ.' }],
  },
  definitions,
)

const inChapters = (query: string) =>
  search(query).flatMap(({ chapter, id }) => (chapter === null ? [] : [`${chapter}#${id}`]))

describe('the search in the notes', () => {
  it('finds Vietnamese words with their marks and without, headings first', () => {
    expect(inChapters('đường đi')).toEqual(['the-map#duong-di', 'simple-broker#so'])
    expect(inChapters('duong di')).toEqual(['the-map#duong-di', 'simple-broker#so'])
  })

  it('finds by the beginning of a word, in any case, and past a slip of the pen', () => {
    expect(inChapters('clientin')).toEqual(['the-map#duong-di'])
    expect(inChapters('clientInbuondChannel')).toEqual(['the-map#duong-di'])
  })

  it('takes only the last word for the beginning of one', () => {
    expect(inChapters('clientin vao')).toEqual([])
    expect(inChapters('vao clientin')).toEqual(['the-map#duong-di'])
  })

  it('wants every word', () => {
    expect(inChapters('đường clientinbound')).toEqual(['the-map#duong-di'])
  })

  it('finds terms of the glossary', () => {
    expect(search('heart-beat').find(({ chapter }) => chapter === null)).toMatchObject({
      id: 'heart-beat',
      heading: 'Heart-beat',
    })
  })
})
