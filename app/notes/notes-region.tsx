import { Suspense, use, useEffect, useRef } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useChapterParts } from './chapter-parts.ts'
import { type ChapterEntry, openChapter } from './chapters.ts'
import { ChaptersNavigation } from './chapters-navigation.tsx'
import { Glossary } from './glossary.tsx'
import { NOTES_COMPONENTS } from './notes-components.tsx'
import { useReading } from './notes-context.ts'
import './notes-region.css'
import './code-sample.css'
import './note-card.css'
import './note-words.css'
import { GLOSSARY } from './reading-store.ts'
import { useOpenChapter } from './use-open-chapter.ts'
import { useReadingPosition } from './use-reading-position.ts'

/** The notes beside the picture, in the language of the page. */
export function NotesRegion() {
  const { t } = usePhrases()
  const { entry } = useOpenChapter()
  const isGlossary = useReading(({ chapter }) => chapter === GLOSSARY)
  const title = useTitleFocus(isGlossary ? GLOSSARY : entry.slug)
  return (
    <section className="notes-region" aria-label={t('notes.region')}>
      <article>
        {!isGlossary && <ChapterNumber entry={entry} />}
        <h2 ref={title} tabIndex={-1}>
          {isGlossary ? t('notes.glossary') : entry.title}
        </h2>
        <Suspense fallback={<p className="notes-region-loading">{t('notes.loading')}</p>}>
          {isGlossary ? <Glossary /> : <ChapterText entry={entry} />}
        </Suspense>
      </article>
      <ChaptersNavigation />
    </section>
  )
}

function ChapterNumber({ entry }: { readonly entry: ChapterEntry }) {
  const { t } = usePhrases()
  const { chapters } = useOpenChapter()
  if (entry.chapter === 0) return null
  return (
    <p className="notes-chapter-number">
      {t('notes.chapter-of', { chapter: entry.chapter, total: chapters.at(-1)?.chapter ?? entry.chapter })}
    </p>
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

/** Who opened something from within the notes reads on at its title, or where the link led. */
function useTitleFocus(slug: string) {
  const title = useRef<HTMLHeadingElement>(null)
  const shown = useRef(slug)
  const heading = useReading((reading) => reading.heading)
  useEffect(() => {
    if (shown.current === slug) return
    shown.current = slug
    const { activeElement } = document
    const isHere = activeElement === document.body || activeElement?.closest('.notes-region') != null
    if (isHere && heading === null) title.current?.focus({ preventScroll: true })
  }, [slug, heading])
  return title
}
