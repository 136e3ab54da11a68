import type { MDXContent } from 'mdx/types'
import type { FrontMatter } from '../../content/notes-compiler/front-matter.ts'
import type { Language } from '../../content/phrases/index.ts'

/** A chapter as a list shows it. */
export interface ChapterEntry extends FrontMatter {
  /** The same in each language; the address of the page has it (`?chapter=the-map`). */
  readonly slug: string
}

interface ChapterText {
  readonly default: MDXContent
}

const FRONT_MATTERS = import.meta.glob<FrontMatter>('../../content/notes/*/*.mdx', {
  query: '?front-matter',
  import: 'frontmatter',
  eager: true,
})

const TEXTS = import.meta.glob<ChapterText>('../../content/notes/*/*.mdx')

const PATH = /\/(\w+)\/(\d+)-([\w-]+)\.mdx$/

/** In the order of their numbers; what is not written in a language is not in its list. */
export function chaptersIn(language: Language): readonly ChapterEntry[] {
  return CHAPTERS[language]
}

/** The chapter with this slug; where nobody wrote it, the first. */
export function chapterNamed(language: Language, slug: string | null): ChapterEntry {
  const chapters = CHAPTERS[language]
  const entry = chapters.find((chapter) => chapter.slug === slug) ?? chapters[0]
  if (entry === undefined) throw new Error(`no chapter in ${language}`)
  return entry
}

function entriesOf(language: Language): readonly ChapterEntry[] {
  return Object.entries(FRONT_MATTERS)
    .flatMap(([path, frontMatter]) => {
      const [, folder, , slug] = PATH.exec(path) ?? []
      return folder === language && slug !== undefined ? [{ ...frontMatter, slug }] : []
    })
    .sort((one, other) => one.chapter - other.chapter)
}

const CHAPTERS: Readonly<Record<Language, readonly ChapterEntry[]>> = { en: entriesOf('en'), vi: entriesOf('vi') }

/** `use` needs the same promise at each render. */
const opened = new Map<string, Promise<MDXContent>>()

/** The text of a chapter, loaded when it is first opened. */
export function openChapter(language: Language, { chapter, slug }: ChapterEntry): Promise<MDXContent> {
  const path = `../../content/notes/${language}/${String(chapter).padStart(2, '0')}-${slug}.mdx`
  const known = opened.get(path)
  if (known !== undefined) return known
  const open = TEXTS[path]
  if (open === undefined) throw new Error(`no chapter ${path}`)
  const text = open().then((chapterText) => chapterText.default)
  opened.set(path, text)
  return text
}
