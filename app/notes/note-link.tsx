import { ExternalLink } from 'lucide-react'
import type { ComponentProps } from 'react'
import { ChapterLink } from './chapter-link.tsx'
import { useOpenChapter } from './use-open-chapter.ts'

const CHAPTER = /^\?chapter=([\w-]+)(?:#([\w-]+))?$/

/** A link in a chapter's text: to a heading, to another chapter, or out of the page. */
export function NoteLink({ href = '', children }: ComponentProps<'a'>) {
  const { entry } = useOpenChapter()
  if (href.startsWith('#')) {
    return (
      <ChapterLink chapter={entry.slug} heading={href.slice(1)}>
        {children}
      </ChapterLink>
    )
  }
  const [, chapter, heading] = CHAPTER.exec(href) ?? []
  if (chapter !== undefined) {
    return (
      <ChapterLink chapter={chapter} heading={heading}>
        {children}
      </ChapterLink>
    )
  }
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children} <ExternalLink size={12} aria-hidden />
    </a>
  )
}
