import { usePhrases } from '../language/use-phrases.ts'
import { type ChapterEntry, chaptersIn } from './chapters.ts'
import { useReading } from './notes-context.ts'

interface OpenChapter {
  readonly entry: ChapterEntry
  readonly previous: ChapterEntry | undefined
  readonly next: ChapterEntry | undefined
  readonly chapters: readonly ChapterEntry[]
}

/** The chapter that is read, among its neighbours. One that nobody wrote is the first. */
export function useOpenChapter(): OpenChapter {
  const { language } = usePhrases()
  const slug = useReading((reading) => reading.chapter)
  const chapters = chaptersIn(language)
  const index = Math.max(
    0,
    chapters.findIndex((chapter) => chapter.slug === slug),
  )
  const entry = chapters[index]
  if (entry === undefined) throw new Error(`no chapter in ${language}`)
  return { entry, previous: chapters[index - 1], next: chapters[index + 1], chapters }
}
