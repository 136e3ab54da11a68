import type { ComponentType } from 'react'
import { Correction } from './correction.tsx'
import { Experiment } from './experiment.tsx'
import { LaterTransportChooser } from './later-transport-chooser.tsx'
import { NoteLink } from './note-link.tsx'
import { Show } from './show.tsx'
import { Term } from './term.tsx'

/** What a chapter may use beside Markdown and the page's parts (chapter-parts.ts), without importing it. */
export const NOTES_COMPONENTS = {
  a: NoteLink,
  Experiment,
  Correction,
  Show,
  Term,
  TransportChooser: LaterTransportChooser,
} satisfies Readonly<Record<string, ComponentType<never>>>
