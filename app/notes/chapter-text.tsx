import { type Ref, use, useMemo } from 'react'
import type { Language } from '../../content/phrases/index.ts'
import { useChapterParts } from './chapter-parts.ts'
import { type ChapterEntry, openChapter } from './chapters.ts'
import './code-sample.css'
import './note-blocks.css'
import './note-card.css'
import './note-words.css'
import { NOTES_COMPONENTS } from './notes-components.tsx'

interface ChapterTextProps {
  readonly entry: ChapterEntry
  readonly language: Language
  readonly ref?: Ref<HTMLDivElement>
}

/** The words of a chapter, as soon as they are loaded. */
export function ChapterText({ entry, language, ref }: ChapterTextProps) {
  const Text = use(openChapter(language, entry))
  const parts = useChapterParts()
  const components = useMemo(() => ({ ...parts, ...NOTES_COMPONENTS }), [parts])
  return (
    <div ref={ref} className="chapter-text">
      <Text components={components} />
    </div>
  )
}
