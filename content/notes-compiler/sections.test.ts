import { expect, it } from 'vitest'
import { createNotesCompiler } from './notes-compiler.ts'

const CHAPTER = `---
chapter: 8
---

Before **all** headings.

## Who is *asked*?

| a | b |
|---|---|
| one | two |

<Predict name="x">
  <Question>Who takes it?</Question>
  <Reveal of="yes">The broker.</Reveal>
</Predict>

### Every handler

\`\`\`stomp
SEND
\`\`\`
`

it('a chapter is read as sections of plain text, without what nobody may read yet', async () => {
  const { sections } = createNotesCompiler()
  expect(await sections(CHAPTER, '08-x.mdx')).toEqual([
    { id: null, heading: null, text: 'Before all headings.' },
    { id: 'who-is-asked', heading: 'Who is asked?', text: 'a b one two Who takes it?' },
    { id: 'every-handler', heading: 'Every handler', text: 'SEND' },
  ])
})
