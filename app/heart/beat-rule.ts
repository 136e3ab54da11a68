import type { LabConfiguration } from '#trace'
import type { Phrasebook } from '../language/phrasebook.tsx'
import type { BeatKind, HeartState } from '../projection/heart-state.ts'
import { secondsText } from './heart-words.ts'

/** By which rule beats of that kind come on this connection (spring.md 2.10, 2.1.8, 5.7). */
export function beatRule(
  kind: BeatKind,
  { behindSockJs, answered }: HeartState,
  config: LabConfiguration | null,
  phrases: Phrasebook,
): string {
  const { t } = phrases
  const [outgoing, incoming] = answered ?? [0, 0]
  switch (kind) {
    case 'stomp': {
      const intervals = [outgoing, incoming].filter((interval) => interval > 0)
      if (intervals.length === 0) return t('hearts.rule-stomp-off')
      return t('hearts.rule-stomp', { seconds: secondsText(Math.min(...intervals), phrases) })
    }
    case 'sockjs':
      if (!behindSockJs) return t('hearts.rule-sockjs-none')
      // Whether or not the client takes part: Spring looks at its own number only.
      if (incoming > 0) return t('hearts.rule-sockjs-off')
      return t('hearts.rule-sockjs', { seconds: secondsText(config?.sockJs.heartbeatTime ?? 0, phrases) })
    default:
      return t(`hearts.rule-${kind}`)
  }
}
