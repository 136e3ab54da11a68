import { ArrowLeft } from 'lucide-react'
import { use, useEffect, useRef } from 'react'
import { type GlossaryTerm, TERMS, type TermName } from '../../content/glossary/terms.ts'
import type { Language } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { ChapterLink } from './chapter-link.tsx'
import './glossary.css'
import { chapterNamed } from './chapters.ts'
import type { Reading } from './reading-store.ts'
import { Show } from './show.tsx'

type Definitions = Readonly<Record<TermName, string>>

const DEFINITIONS: Readonly<Record<Language, () => Promise<Definitions>>> = {
  en: () => import('../../content/glossary/en.ts').then(({ definitions }) => definitions),
  vi: () => import('../../content/glossary/vi.ts').then(({ definitions }) => definitions),
}

/** `use` needs the same promise at each render. */
const opened = new Map<Language, Promise<Definitions>>()

function openDefinitions(language: Language): Promise<Definitions> {
  const definitions = opened.get(language) ?? DEFINITIONS[language]()
  opened.set(language, definitions)
  return definitions
}

const byTerm = new Intl.Collator('en', { ignorePunctuation: true })
const NAMES = (Object.keys(TERMS) as TermName[]).sort((one, other) =>
  byTerm.compare(TERMS[one].term, TERMS[other].term),
)

interface GlossaryProps {
  readonly reading: Reading
  readonly language: Language
}

/** Every term, where it is at home, and the way back to what was read. */
export function Glossary({ reading, language }: GlossaryProps) {
  const { t } = usePhrases()
  const definitions = use(openDefinitions(language))
  const { heading, opened, cameFrom } = reading
  // Whoever came by the address has read nothing before.
  const back = opened === 0 ? null : chapterNamed(language, cameFrom)
  const list = useRef<HTMLDListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same term may be asked for again
  useEffect(() => {
    if (heading === null) return
    const entry = list.current?.querySelector<HTMLElement>(`#${CSS.escape(heading)}`)
    entry?.scrollIntoView({ block: 'center' })
    entry?.focus({ preventScroll: true })
  }, [heading, opened])
  return (
    <>
      {back !== null && (
        <p className="glossary-back">
          <ArrowLeft size={16} aria-hidden />
          <ChapterLink chapter={back.slug}>{t('notes.back-to', { title: back.title })}</ChapterLink>
        </p>
      )}
      <dl ref={list} className="glossary">
        {NAMES.map((name) => (
          <GlossaryEntry key={name} name={name} chosen={name === heading} definition={definitions[name]} />
        ))}
      </dl>
    </>
  )
}

interface GlossaryEntryProps {
  readonly name: TermName
  readonly chosen: boolean
  readonly definition: string
}

function GlossaryEntry({ name, chosen, definition }: GlossaryEntryProps) {
  const { t } = usePhrases()
  const { term, stations }: GlossaryTerm = TERMS[name]
  return (
    <div className="glossary-entry" id={name} data-chosen={chosen || undefined} tabIndex={-1}>
      <dt lang="en">{term}</dt>
      <dd>{definition}</dd>
      <dd>
        <Show stations={stations.join(' ')}>{t('notes.show-station', { stations: stations.join(', ') })}</Show>
      </dd>
    </div>
  )
}
