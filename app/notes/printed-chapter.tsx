import { Suspense } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { ChapterText } from './chapter-text.tsx'
import { Glossary } from './glossary.tsx'
import { useReading } from './notes-context.ts'
import { GLOSSARY } from './reading-store.ts'
import { useOpenChapter } from './use-open-chapter.ts'

/** What is open in the notes, for paper: all of it, and nothing to press. */
export function PrintedChapter() {
  const { t, language } = usePhrases()
  const { entry } = useOpenChapter()
  const reading = useReading((open) => open)
  const isGlossary = reading.chapter === GLOSSARY
  return (
    <article className="notes-region">
      <h2>{isGlossary ? t('notes.glossary') : entry.title}</h2>
      <Suspense>
        {isGlossary ? (
          <Glossary reading={{ ...reading, heading: null, opened: 0 }} language={language} />
        ) : (
          <ChapterText entry={entry} language={language} />
        )}
      </Suspense>
    </article>
  )
}
