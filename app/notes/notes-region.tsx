import { Suspense, use, useEffect, useRef } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useChapterParts } from './chapter-parts.ts'
import { type ChapterEntry, openChapter } from './chapters.ts'
import { ChaptersNavigation } from './chapters-navigation.tsx'
import { NOTES_COMPONENTS } from './notes-components.tsx'
import { useReading } from './notes-context.ts'
import './notes-region.css'
import './code-sample.css'
import './note-card.css'
import { useOpenChapter } from './use-open-chapter.ts'
import { useReadingPosition } from './use-reading-position.ts'

/** The notes beside the picture, in the language of the page. */
export function NotesRegion() {
  const { t } = usePhrases()
  const { entry } = useOpenChapter()
  return (
    <section className="notes-region" aria-label={t('notes.region')}>
      <OpenChapter entry={entry} />
      <ChaptersNavigation />
    </section>
  )
}

function OpenChapter({ entry }: { readonly entry: ChapterEntry }) {
  const { t } = usePhrases()
  const { chapters } = useOpenChapter()
  const title = useTitleFocus(entry.slug)
  return (
    <article>
      {entry.chapter > 0 && (
        <p className="notes-chapter-number">
          {t('notes.chapter-of', { chapter: entry.chapter, total: chapters.at(-1)?.chapter ?? entry.chapter })}
        </p>
      )}
      <h2 ref={title} tabIndex={-1}>
        {entry.title}
      </h2>
      <Suspense fallback={<p className="notes-region-loading">{t('notes.loading')}</p>}>
        <ChapterText entry={entry} />
      </Suspense>
    </article>
  )
}

function ChapterText({ entry }: { readonly entry: ChapterEntry }) {
  const { language } = usePhrases()
  const Text = use(openChapter(language, entry))
  const parts = useChapterParts()
  const text = useRef<HTMLDivElement>(null)
  useReadingPosition(
    text,
    entry.slug,
    useReading(({ heading }) => heading),
  )
  return (
    <div ref={text} className="chapter-text">
      <Text components={{ ...parts, ...NOTES_COMPONENTS }} />
    </div>
  )
}

/** Who opened another chapter from within the notes reads on at its title. */
function useTitleFocus(slug: string) {
  const title = useRef<HTMLHeadingElement>(null)
  const shown = useRef(slug)
  useEffect(() => {
    if (shown.current === slug) return
    shown.current = slug
    const { activeElement } = document
    const isHere = activeElement === document.body || activeElement?.closest('.notes-region') != null
    if (isHere) title.current?.focus({ preventScroll: true })
  }, [slug])
  return title
}
