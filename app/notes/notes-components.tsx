import type { ComponentType, ReactNode } from 'react'
import { Correction } from './correction.tsx'
import { EndpointAddress } from './endpoint-address.tsx'
import { Experiment } from './experiment.tsx'

/** What a chapter may use beside Markdown, without importing it. */
export const NOTES_COMPONENTS = {
  EndpointAddress,
  Experiment,
  Correction,
  Claim: PlainText,
  Run: PlainText,
  Show: PlainText,
  Term: PlainText,
  Predict: PlainText,
  Question: PlainText,
  Option: PlainText,
  Reveal: Nothing,
} satisfies Readonly<Record<string, ComponentType<never>>>

function PlainText({ children }: { readonly children?: ReactNode }) {
  return <>{children}</>
}

function Nothing() {
  return null
}
