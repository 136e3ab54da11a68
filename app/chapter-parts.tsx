import { EndpointAddress } from './client/endpoint-address.tsx'
import { ComposeButton } from './composer/compose-button.tsx'
import type { ChapterParts } from './notes/chapter-parts.ts'
import { Claim } from './proof/claim-chip.tsx'
import { Predict } from './proof/predict.tsx'
import { Option, Question, Reveal } from './proof/predict-parts.tsx'
import { RunButton } from './proof/run-button.tsx'

/** What chapters can do with this page's lab and trace. */
export const CHAPTER_PARTS: ChapterParts = {
  EndpointAddress,
  Claim,
  Run: RunButton,
  Predict,
  Question,
  Option,
  Reveal,
  Compose: ComposeButton,
}
