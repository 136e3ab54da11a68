import { Suspense, use } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { type ChapterEntry, chaptersIn, openChapter } from './chapters.ts'
import { NOTES_COMPONENTS } from './notes-components.tsx'
import './notes-region.css'
import './code-sample.css'
import './note-card.css'

/** The notes beside the picture, in the language of the page. */
export function NotesRegion() {
  const { t, language } = usePhrases()
  const [entry] = chaptersIn(language)
  return (
    <section className="notes-region" aria-label={t('notes.region')}>
      {entry !== undefined && (
        <>
          <h2>{entry.title}</h2>
          <Suspense fallback={<p className="notes-region-loading">{t('notes.loading')}</p>}>
            <ChapterText entry={entry} />
          </Suspense>
        </>
      )}
    </section>
  )
}

function ChapterText({ entry }: { readonly entry: ChapterEntry }) {
  const { language } = usePhrases()
  const Text = use(openChapter(language, entry))
  return <Text components={NOTES_COMPONENTS} />
}
