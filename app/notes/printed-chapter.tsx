import { Suspense } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { ChapterText } from './chapter-text.tsx'
import { useOpenChapter } from './use-open-chapter.ts'

/** The open chapter for paper: all of it, and nothing to press. */
export function PrintedChapter() {
  const { language } = usePhrases()
  const { entry } = useOpenChapter()
  return (
    <article className="notes-region">
      <h2>{entry.title}</h2>
      <Suspense>
        <ChapterText entry={entry} language={language} />
      </Suspense>
    </article>
  )
}
