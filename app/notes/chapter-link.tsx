import type { AriaAttributes, MouseEvent, ReactNode } from 'react'
import { useReading } from './notes-context.ts'

interface ChapterLinkProps {
  readonly chapter: string
  readonly heading?: string | undefined
  readonly className?: string
  readonly current?: AriaAttributes['aria-current']
  readonly onOpen?: () => void
  readonly children: ReactNode
}

/** A chapter has an address: a click opens it here, a new tab opens the page there. */
export function ChapterLink({ chapter, heading, className, current, onOpen, children }: ChapterLinkProps) {
  const open = useReading((reading) => reading.open)
  const choose = (click: MouseEvent) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return
    click.preventDefault()
    open(chapter, heading ?? null)
    onOpen?.()
  }
  return (
    <a
      className={className}
      href={`?chapter=${chapter}${heading === undefined ? '' : `#${heading}`}`}
      aria-current={current}
      onClick={choose}
    >
      {children}
    </a>
  )
}
