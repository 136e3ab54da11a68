import { type ReactNode, useEffect } from 'react'
import { type GlossaryTerm, TERMS, type TermName } from '../../content/glossary/terms.ts'
import { useSpotlight } from '../spotlight/spotlight-context.ts'
import { ChapterLink } from './chapter-link.tsx'
import { GLOSSARY } from './reading-store.ts'

interface TermProps {
  readonly name: TermName
  readonly children: ReactNode
}

/** A word of the field: pointing at it shows where it is at home, choosing it opens the glossary there. */
export function Term({ name, children }: TermProps) {
  const subject: GlossaryTerm = TERMS[name]
  const point = useSpotlight((spotlight) => spotlight.point)
  useEffect(() => () => point(null), [point])
  return (
    // The link inside is what the keyboard reaches; its focus comes by here.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <span
      className="term"
      onPointerEnter={() => point(subject)}
      onPointerLeave={() => point(null)}
      onFocus={() => point(subject)}
      onBlur={() => point(null)}
    >
      <ChapterLink chapter={GLOSSARY} heading={name}>
        {children}
      </ChapterLink>
    </span>
  )
}
