import type { PhraseKey } from '../../content/phrases/index.ts'
import type { RecordingTrouble } from '../backend/recorded.ts'
import type { SpokenLanguage } from '../language/language-context.ts'

type BrokenTrouble = Extract<RecordingTrouble, { kind: 'broken' }>

const BROKEN: Readonly<Record<BrokenTrouble['problem'], PhraseKey>> = {
  empty: 'recording.empty',
  'not-json': 'recording.not-json',
  'no-header': 'recording.no-header',
  'unknown-version': 'recording.unknown-version',
  'no-event': 'recording.no-event',
  'unknown-station': 'recording.unknown-station',
  gap: 'recording.gap',
  'late-cause': 'recording.late-cause',
  'no-beginning': 'recording.no-beginning',
  unshowable: 'recording.unshowable',
}

const OTHER: Readonly<Record<Exclude<RecordingTrouble['kind'], 'broken'>, PhraseKey>> = {
  unknown: 'recording.unknown',
  'out-of-reach': 'recording.out-of-reach',
  'too-large': 'recording.too-large',
}

/** One sentence: which recording, where it is broken, and what is wrong there. */
export function troubleText(name: string, trouble: RecordingTrouble, { t, number }: SpokenLanguage): string {
  if (trouble.kind !== 'broken') return t(OTHER[trouble.kind], { name })
  const problem = t(BROKEN[trouble.problem], { detail: trouble.detail })
  return t('recording.broken', { name, line: number(trouble.line), problem })
}
