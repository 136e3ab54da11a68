import { Suspense, use, useEffect, useMemo, useRef, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useChapterParts } from './chapter-parts.ts'
import { type ChapterEntry, openChapter } from './chapters.ts'
import { ChaptersNavigation } from './chapters-navigation.tsx'
import { Glossary } from './glossary.tsx'
import { NOTES_COMPONENTS } from './notes-components.tsx'
import { useReading } from './notes-context.ts'
import { FoundPlaces, NotesSearchField } from './notes-search.tsx'
import './notes-region.css'
import './code-sample.css'
import './note-blocks.css'
import './note-card.css'
import './note-words.css'
import { ParagraphMarks } from './paragraph-marks.tsx'
import { GLOSSARY } from './reading-store.ts'
import { useNotesSearch } from './use-notes-search.ts'
import { useOpenChapter } from './use-open-chapter.ts'
import { useReadingPosition } from './use-reading-position.ts'
import { useSearchScroll } from './use-search-scroll.ts'

/** The notes beside the picture, in the language of the page. */
export function NotesRegion() {
  const { t } = usePhrases()
  const { entry } = useOpenChapter()
  const isGlossary = useReading(({ chapter }) => chapter === GLOSSARY)
  const title = useTitleFocus()
  const [query, setQuery] = useState('')
  const found = useNotesSearch(query)
  const region = useRef<HTMLElement>(null)
  useSearchScroll(region, found !== null)
  return (
    <section ref={region} className="notes-region" aria-label={t('notes.region')}>
      <NotesSearchField query={query} onQuery={setQuery} />
      {found !== null && <FoundPlaces places={found} onOpen={() => setQuery('')} />}
      <article hidden={found !== null}>
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
  useReadingPosition(text, entry.slug)
  return (
    <>
      <div ref={text} className="chapter-text">
        {useMemo(
          () => (
            <Text components={{ ...parts, ...NOTES_COMPONENTS }} />
          ),
          [Text, parts],
        )}
      </div>
      <ParagraphMarks key={`${language}/${entry.slug}`} text={text} />
    </>
  )
}

/** Who opened something from within the notes reads on at its title, or where the link led. */
function useTitleFocus() {
  const title = useRef<HTMLHeadingElement>(null)
  const opened = useReading((reading) => reading.opened)
  const heading = useReading((reading) => reading.heading)
  useEffect(() => {
    if (opened === 0 || heading !== null) return
    const { activeElement } = document
    const isHere = activeElement === document.body || activeElement?.closest('.notes-region') != null
    if (isHere) title.current?.focus({ preventScroll: true })
  }, [opened, heading])
  return title
}
