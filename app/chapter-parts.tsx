import type { ReactNode } from 'react'
import { EndpointAddress } from './client/endpoint-address.tsx'
import type { ChapterParts } from './notes/chapter-parts.ts'

/** What chapters can do with this page's lab and trace. */
export const CHAPTER_PARTS: ChapterParts = {
  EndpointAddress,
  Claim: PlainText,
  Run: PlainText,
  Predict: PlainText,
  Question: PlainText,
  Option: PlainText,
  Reveal: Nothing,
}

function PlainText({ children }: { readonly children?: ReactNode }) {
  return <>{children}</>
}

function Nothing() {
  return null
}
