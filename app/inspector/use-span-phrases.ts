import type { PhraseKey } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import type { LayerSpan } from '../projection/layers/layer.ts'
import type { SpanPart } from '../projection/layers/span-part.ts'
import { escapedControls } from './escaped-controls.ts'

type PartPhrase<Kind extends 'part' | 'means'> = `inspector.${Kind}-${SpanPart}` & PhraseKey

/** How many characters of a value a name has room for. */
const LONGEST_VALUE = 60

/** What parts are called, and what they mean. */
export function useSpanPhrases(): {
  /** What kind of part it is. */
  readonly shortLabelOf: (span: LayerSpan) => string
  /** With its value. */
  readonly labelOf: (span: LayerSpan) => string
  readonly meaningOf: (span: LayerSpan) => string
} {
  const { t } = usePhrases()
  const phrase = (kind: 'part' | 'means', { part, params }: LayerSpan): string =>
    t(`inspector.${kind}-${part}` as PartPhrase<typeof kind>, params)
  return {
    shortLabelOf: (span) => phrase('part', span),
    labelOf: (span) => `${phrase('part', span)}: ${clipped(escapedControls(span.value))}`,
    meaningOf: (span) => phrase('means', span),
  }
}

const clipped = (value: string): string =>
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value
