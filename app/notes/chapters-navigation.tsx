import { ArrowLeft, ArrowRight } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { ChapterLink } from './chapter-link.tsx'
import './chapters-navigation.css'
import { useReading } from './notes-context.ts'
import { GLOSSARY } from './reading-store.ts'
import { useOpenChapter } from './use-open-chapter.ts'

/** Where to read on: the neighbours, then every chapter with what it is about. */
export function ChaptersNavigation() {
  const { t } = usePhrases()
  const { entry, previous, next, chapters } = useOpenChapter()
  const isGlossary = useReading(({ chapter }) => chapter === GLOSSARY)
  return (
    <nav className="chapters" aria-label={t('notes.chapters')}>
      {!isGlossary && (
        <div className="chapters-neighbours">
          {previous !== undefined && (
            <ChapterLink chapter={previous.slug} className="chapters-previous">
              <ArrowLeft size={16} aria-hidden />
              <span>
                <span className="chapters-way">{t('notes.previous-chapter')}</span> {previous.title}
              </span>
            </ChapterLink>
          )}
          {next !== undefined && (
            <ChapterLink chapter={next.slug} className="chapters-next">
              <span>
                <span className="chapters-way">{t('notes.next-chapter')}</span> {next.title}
              </span>
              <ArrowRight size={16} aria-hidden />
            </ChapterLink>
          )}
        </div>
      )}
      <h3 className="chapters-title">{t('notes.chapters')}</h3>
      <ul className="chapters-list">
        {chapters.map(({ slug, chapter, title, summary }) => {
          const isOpen = !isGlossary && slug === entry.slug
          return (
            <li key={slug}>
              <span className="chapters-number" aria-hidden>
                {chapter}
              </span>
              <div>
                <ChapterLink chapter={slug} current={isOpen ? 'page' : undefined}>
                  {title}
                </ChapterLink>
                <p className="chapters-summary">{summary}</p>
              </div>
            </li>
          )
        })}
        <li>
          <span className="chapters-number" />
          <ChapterLink chapter={GLOSSARY} current={isGlossary ? 'page' : undefined}>
            {t('notes.glossary')}
          </ChapterLink>
        </li>
      </ul>
    </nav>
  )
}
