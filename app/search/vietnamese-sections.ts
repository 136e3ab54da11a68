import type { ChapterSection } from '../../content/notes-compiler/sections.ts'

/** By the path of the chapter. One chunk of its own, loaded with the first search. */
export const SECTIONS = import.meta.glob<readonly ChapterSection[]>('../../content/notes/vi/*.mdx', {
  query: '?sections',
  import: 'default',
  eager: true,
})
