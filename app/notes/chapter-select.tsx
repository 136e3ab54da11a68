import { BookOpen } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import './chapter-select.css'
import { useReading } from './notes-context.ts'
import { GLOSSARY } from './reading-store.ts'
import { useOpenChapter } from './use-open-chapter.ts'

/** Which chapter is open, in the header of the page. */
export function ChapterSelect() {
  const { t } = usePhrases()
  const { entry, chapters } = useOpenChapter()
  const isGlossary = useReading(({ chapter }) => chapter === GLOSSARY)
  const open = useReading((reading) => reading.open)
  return (
    <span className="chapter-select">
      <BookOpen size={16} aria-hidden />
      <select
        className="select"
        aria-label={t('notes.chapter')}
        value={isGlossary ? GLOSSARY : entry.slug}
        onChange={(change) => open(change.currentTarget.value)}
      >
        {chapters.map(({ slug, chapter, title }) => (
          <option key={slug} value={slug}>
            {chapter === 0 ? title : `${chapter} · ${title}`}
          </option>
        ))}
        <option value={GLOSSARY}>{t('notes.glossary')}</option>
      </select>
    </span>
  )
}
