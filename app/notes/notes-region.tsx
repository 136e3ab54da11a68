import type { MDXContent } from 'mdx/types'
import { Suspense, use } from 'react'
import type { Language } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { EndpointAddress } from './endpoint-address.tsx'
import './notes-region.css'

interface Chapter {
  readonly default: MDXContent
}

const CHAPTERS = import.meta.glob<Chapter>('../../content/notes/*/introduction.mdx')

/** What a chapter may use beside Markdown. */
const COMPONENTS = { EndpointAddress }

/** The notes beside the picture, in the language of the page. */
export function NotesRegion() {
  const { t, language } = usePhrases()
  return (
    <section className="notes-region" aria-label={t('notes.region')}>
      <Suspense fallback={<p className="notes-region-loading">{t('notes.loading')}</p>}>
        <ChapterText language={language} />
      </Suspense>
    </section>
  )
}

function ChapterText({ language }: { readonly language: Language }) {
  const { default: Text } = use(openChapter(language))
  return <Text components={COMPONENTS} />
}

/** `use` needs the same promise at each render. */
const opened = new Map<Language, Promise<Chapter>>()

function openChapter(language: Language): Promise<Chapter> {
  const known = opened.get(language)
  if (known !== undefined) return known
  const open = CHAPTERS[`../../content/notes/${language}/introduction.mdx`]
  if (open === undefined) throw new Error(`no introduction in ${language}`)
  const chapter = open()
  opened.set(language, chapter)
  return chapter
}
