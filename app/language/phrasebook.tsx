import { Fragment, type ReactNode } from 'react'
import { type Language, type PhraseKey, phrases } from '../../content/phrases/index.ts'
import type { Sentence } from '../projection/sentence.ts'
import { NUMBER_STYLES, type NumberStyle } from './number-style.ts'
import { type PhraseParams, phraseRuns, plainText } from './phrase-text.ts'

/**
 * Every sentence of the page in one language, with numbers and times as that language writes them. A number among the
 * params stays bare, since most are codes and ids: a quantity goes through `number` first.
 */
export interface Phrasebook {
  readonly language: Language
  /** Plain text, for names and attributes. */
  t(key: PhraseKey, params?: PhraseParams): string
  /** With the subject in semibold. */
  rich(key: PhraseKey, params?: PhraseParams): ReactNode
  /** A projection's sentence; a key that nobody wrote shows itself. */
  sentence(sentence: Sentence): ReactNode
  plainSentence(sentence: Sentence): string
  number(value: number, style?: NumberStyle): string
  /** @param milliseconds on the lab's clock; seconds with three digits, as `12.418` */
  time(milliseconds: number): string
}

export function createPhrasebook(language: Language): Phrasebook {
  const texts: Readonly<Record<string, string>> = phrases[language]
  const plain = (key: string, params: PhraseParams = {}) => plainText(texts[key] ?? key, params)
  const rich = (key: string, params: PhraseParams = {}) =>
    phraseRuns(texts[key] ?? key, params).map((run, index) =>
      // Runs of one phrase never change places.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      run.strong ? <strong key={index}>{run.text}</strong> : <Fragment key={index}>{run.text}</Fragment>,
    )
  /** Kept, since making one takes longer than all else that a sentence needs. */
  const formatters = new Map<NumberStyle, Intl.NumberFormat>()
  const number = (value: number, style: NumberStyle = 'plain'): string => {
    const formatter = formatters.get(style) ?? new Intl.NumberFormat(language, NUMBER_STYLES[style])
    formatters.set(style, formatter)
    return formatter.format(value)
  }
  return {
    language,
    t: plain,
    rich,
    sentence: ({ key, params }) => rich(key, params),
    plainSentence: ({ key, params }) => plain(key, params),
    number,
    time: (milliseconds) => number(milliseconds / 1000, 'thousandths'),
  }
}
