import type { PhraseKey } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { useLabState } from '../playback/use-projection.ts'
import { newestBeat, TOLERATED_INTERVALS } from '../projection/beat-heart.ts'
import type { BeatDirection, BeatKind } from '../projection/heart-state.ts'
import type { HeartArc } from '../projection/heart-view.ts'
import { beatRule } from './beat-rule.ts'
import { secondsText } from './heart-words.ts'
import type { ShownHeart } from './use-heart.ts'
import './heart-panel.css'

const KINDS: readonly BeatKind[] = ['stomp', 'sockjs', 'ping', 'pong']
const DIRECTIONS: readonly BeatDirection[] = ['to-server', 'to-client']

interface HeartPanelProps {
  readonly shown: ShownHeart
  /** The client's name. */
  readonly who: string
}

/** What a heart stands for: the agreement, who waits how long for whom, and which beats were seen. */
export default function HeartPanel({ shown, who }: HeartPanelProps) {
  const phrases = usePhrases()
  const { t } = phrases
  const { heart, view } = shown
  const pair = (said: readonly number[] | null) => said?.join(',') ?? '?'
  return (
    <>
      <strong>{t('hearts.title', { who })}</strong>
      <p>{t('hearts.agreement', { offered: pair(heart.offered), answered: pair(heart.answered) })}</p>
      <dl>
        <Way direction="to-server" arc={view.server} waits="hearts.server-waits" times={TOLERATED_INTERVALS.server} />
        <Way direction="to-client" arc={view.client} waits="hearts.client-waits" times={TOLERATED_INTERVALS.client} />
      </dl>
      {view.death !== null && (
        <p className="heart-death">
          {t(`hearts.${view.death.by}-gave-up`, { silence: secondsText(view.death.silence, phrases) })}
        </p>
      )}
      <BeatTable shown={shown} />
    </>
  )
}

interface WayProps {
  readonly direction: BeatDirection
  /** Null: there is no heart-beat that way. */
  readonly arc: HeartArc | null
  readonly waits: 'hearts.server-waits' | 'hearts.client-waits'
  readonly times: number
}

function Way({ direction, arc, waits, times }: WayProps) {
  const phrases = usePhrases()
  const { t } = phrases
  const seconds = (milliseconds: number) => secondsText(milliseconds, phrases)
  return (
    <div data-condition={arc?.condition}>
      <dt>{t(`hearts.${direction}`)}</dt>
      <dd>
        {arc === null
          ? t('hearts.none')
          : t(waits, {
              interval: seconds(arc.interval),
              silence: seconds(arc.silence),
              tolerance: seconds(arc.tolerance),
              times,
            })}
      </dd>
    </div>
  )
}

function BeatTable({ shown: { heart, now } }: { readonly shown: ShownHeart }) {
  const phrases = usePhrases()
  const { t, number } = phrases
  const { config } = useLabState()
  const newest = newestBeat(heart)
  const countOf = (kind: BeatKind, direction: BeatDirection): string => {
    const tally = heart.tallies.find((candidate) => candidate.kind === kind && candidate.direction === direction)
    const { sent = 0, lost = 0 } = tally ?? {}
    const count = lost === 0 ? number(sent) : t('hearts.lost', { sent: number(sent), lost: number(lost) })
    if (tally === undefined || tally !== newest) return count
    const seconds = secondsText(Math.max(0, (heart.endedAt ?? now) - tally.at), phrases)
    return `${count} · ${t('hearts.newest', { seconds })}`
  }
  return (
    <table>
      <caption>{t('hearts.beats')}</caption>
      <thead>
        <tr>
          {(['hearts.beat', 'hearts.to-server', 'hearts.to-client'] satisfies PhraseKey[]).map((key) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => (
          <tr key={kind}>
            <th scope="row">
              {t(`hearts.kind-${kind}`)}
              <span className="heart-rule">{beatRule(kind, heart, config, phrases)}</span>
            </th>
            {DIRECTIONS.map((direction) => (
              <td key={direction}>{countOf(kind, direction)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
