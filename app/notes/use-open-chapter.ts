import { usePhrases } from '../language/use-phrases.ts'
import { type ChapterEntry, chapterNamed, chaptersIn } from './chapters.ts'
import { useReading } from './notes-context.ts'

interface OpenChapter {
  readonly entry: ChapterEntry
  readonly previous: ChapterEntry | undefined
  readonly next: ChapterEntry | undefined
  readonly chapters: readonly ChapterEntry[]
}

/** The chapter that was chosen, among its neighbours. */
export function useOpenChapter(): OpenChapter {
  const { language } = usePhrases()
  const slug = useReading((reading) => reading.chapter)
  const chapters = chaptersIn(language)
  const entry = chapterNamed(language, slug)
  const index = chapters.indexOf(entry)
  return { entry, previous: chapters[index - 1], next: chapters[index + 1], chapters }
}
