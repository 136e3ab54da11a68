import type { ComponentType, ReactNode } from 'react'
import { Correction } from './correction.tsx'
import { Experiment } from './experiment.tsx'
import { NoteLink } from './note-link.tsx'

/** What a chapter may use beside Markdown and the page's parts (chapter-parts.ts), without importing it. */
export const NOTES_COMPONENTS = {
  a: NoteLink,
  Experiment,
  Correction,
  Show: PlainText,
  Term: PlainText,
} satisfies Readonly<Record<string, ComponentType<never>>>

function PlainText({ children }: { readonly children?: ReactNode }) {
  return <>{children}</>
}
