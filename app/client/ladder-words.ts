import type { PhraseKey } from '../../content/phrases/index.ts'
import type { Phrasebook } from '../language/phrasebook.tsx'
import type { LadderInfo, LadderRung, LadderState } from '../projection/ladder-state.ts'

export type RungMark = 'opened' | 'failed' | 'pending' | 'answered'

export const MARK_PHRASES: Readonly<Record<RungMark, PhraseKey>> = {
  opened: 'transports.opened',
  failed: 'transports.failed',
  pending: 'transports.pending',
  answered: 'transports.answered',
}

export function markOfRung({ end }: LadderRung): RungMark {
  if (end === null) return 'pending'
  return end.kind === 'opened' ? 'opened' : 'failed'
}

export function markOfInfo(info: LadderInfo, { outcome, rungs }: LadderState): RungMark {
  if (rungs.length > 0 || (info.status !== null && info.status < 400)) return 'answered'
  return info.status !== null || outcome === 'failed' ? 'failed' : 'pending'
}

export function infoWords({ status, took }: LadderInfo, { t, number }: Phrasebook): string {
  if (took === null) return t('transports.info-asked')
  const params = { took: number(took, 'whole') }
  return status === null ? t('transports.info-took', params) : t('transports.info-answered', { ...params, status })
}

/** What became of a transport. @param now the lab's time at the cursor */
export function rungWords(rung: LadderRung, now: number, phrases: Phrasebook): string {
  const { t, number } = phrases
  const { end } = rung
  if (end === null) return waitingWords(rung, now, phrases)
  const took = number(end.at - rung.triedAt, 'whole')
  if (end.kind === 'opened') return t('transports.opened-after', { took })
  if (end.kind === 'timed-out') {
    return end.timer === rung.transport
      ? t('transports.timed-out', { took })
      : t('transports.cut-off', { took, transport: end.timer })
  }
  return statusWords(rung, phrases) ?? end.reason ?? t('transports.left')
}

function waitingWords(rung: LadderRung, now: number, phrases: Phrasebook): string {
  const { t, number } = phrases
  const { deadline, transport } = rung
  const status = statusWords(rung, phrases)
  if (status !== null) return status
  if (deadline === null) return t('transports.trying')
  const seconds = number(Math.max(0, deadline.due - now) / 1000, 'tenths')
  return deadline.transport === transport
    ? t('transports.seconds-left', { seconds })
    : t('transports.seconds-left-of', { seconds, transport: deadline.transport })
}

/** A refusal; null where the server has not refused. */
function statusWords({ status, refusal }: LadderRung, { t }: Phrasebook): string | null {
  if (refusal !== null && status !== null) {
    return t('transports.status-refused', { status, refusal: t(`transports.refusal-${refusal}`) })
  }
  return status !== null && status >= 400 ? t('transports.status', { status }) : null
}
