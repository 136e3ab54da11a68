import { memo, Suspense, useEffect, useRef } from 'react'
import type { Language } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { ChapterText } from './chapter-text.tsx'
import { type ChapterEntry, chapterNamed, chaptersIn } from './chapters.ts'
import { Glossary } from './glossary.tsx'
import { ParagraphMarks } from './paragraph-marks.tsx'
import { GLOSSARY, type Reading } from './reading-store.ts'
import { useReadingPosition } from './use-reading-position.ts'

interface OpenTextProps {
  readonly reading: Reading
  readonly language: Language
}

/** A chapter or the glossary, under its title. */
export const OpenText = memo(function OpenText({ reading, language }: OpenTextProps) {
  const { t } = usePhrases()
  const title = useTitleFocus(reading)
  const isGlossary = reading.chapter === GLOSSARY
  const entry = chapterNamed(language, reading.chapter)
  const last = chaptersIn(language).at(-1) ?? entry
  return (
    <>
      {!isGlossary && entry.chapter > 0 && (
        <p className="notes-chapter-number">{t('notes.chapter-of', { chapter: entry.chapter, total: last.chapter })}</p>
      )}
      <h2 ref={title} tabIndex={-1}>
        {isGlossary ? t('notes.glossary') : entry.title}
      </h2>
      <Suspense fallback={<p className="notes-region-loading">{t('notes.loading')}</p>}>
        {isGlossary ? (
          <Glossary reading={reading} language={language} />
        ) : (
          <ReadChapter entry={entry} reading={reading} language={language} />
        )}
      </Suspense>
    </>
  )
})

function ReadChapter({ entry, reading, language }: OpenTextProps & { readonly entry: ChapterEntry }) {
  const text = useRef<HTMLDivElement>(null)
  useReadingPosition(text, entry.slug, reading)
  return (
    <>
      <ChapterText ref={text} entry={entry} language={language} />
      <ParagraphMarks key={`${language}/${entry.slug}`} text={text} />
    </>
  )
}

/** Who opened something from within the notes reads on at its title, or where the link led. */
function useTitleFocus({ opened, heading }: Reading) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (opened === 0 || heading !== null) return
    const { activeElement } = document
    const isHere = activeElement === document.body || activeElement?.closest('.notes-region') != null
    if (isHere) title.current?.focus({ preventScroll: true })
  }, [opened, heading])
  return title
}
