import type { HeldAtGate } from '#trace'
import { DeadlineRing } from '../client/deadline-ring.tsx'
import { useLivePage } from '../client/live-page-context.tsx'
import { useLabClock } from '../client/use-lab-clock.ts'
import { useLabNow } from '../client/use-lab-now.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import type { LadderRung } from '../projection/ladder-state.ts'
import { sockJsAddress } from '../projection/sockjs-address.ts'
import { clientHue } from '../styles/client-hue.ts'

/** Something real that waits: whose, for how long, how long its client's library waits still, and what can be done. */
export function HeldCard({ waiting }: { readonly waiting: HeldAtGate }) {
  const { t, number } = usePhrases()
  const { backend } = useLivePage()
  const now = useLabClock()
  const { held, gate, client, thing, since } = waiting
  const what = `${thing.method} ${shortened(thing.path)}`
  const name = t('gates.held', { what, who: client === null ? '?' : clientName(client) })
  return (
    <fieldset className="held-card" data-held={held} data-hue={clientHue(client)} aria-label={name}>
      <span className="held-gate">{gate}</span>
      {client !== null && <span className="client-letter">{client.slice(0, 2)}</span>}
      <span className="held-what">{what}</span>
      <span className="held-waits">
        {t('gates.waits', { seconds: number(Math.max(0, now - since) / 1000, 'tenths') })}
      </span>
      <LibraryDeadline waiting={waiting} now={now} />
      <button
        type="button"
        className="button button-small held-release"
        onClick={() => void backend.send({ command: 'release', held })}
      >
        {t('gates.release')}
      </button>
      <button
        type="button"
        className="button button-small"
        title={t('gates.drop-hint')}
        onClick={() => void backend.send({ command: 'drop', held })}
      >
        {t('gates.drop')}
      </button>
    </fieldset>
  )
}

interface LibraryDeadlineProps {
  readonly waiting: HeldAtGate
  /** Milliseconds of the lab. */
  readonly now: number
}

/** How long sockjs-client waits still for what is held, where it said so. */
function LibraryDeadline({ waiting: { client, thing }, now }: LibraryDeadlineProps) {
  const { t, number } = usePhrases()
  const ladder = useLabNow((lab) => lab.ladders.find((candidate) => candidate.client === client))
  const rung = ladder?.rungs.find((candidate) => isOf(candidate, thing.path))
  if (rung === undefined || rung.deadline === null) return null
  const { transport, triedAt, deadline } = rung
  const left = deadline.due - now
  if (rung.end !== null || left <= 0) {
    return <span className="held-deadline">{t('gates.gave-up', { transport })}</span>
  }
  return (
    <span className="held-deadline">
      <DeadlineRing left={left / (deadline.due - triedAt)} />
      {t('gates.gives-up', { transport, seconds: number(left / 1000, 'tenths') })}
    </span>
  )
}

function isOf({ address }: LadderRung, path: string): boolean {
  const own = sockJsAddress(path)
  return own !== null && address !== null && own.session === address.session && own.segment === address.segment
}

/** `/ws/…/websocket`: ids of sessions are long, and nobody's concern here. */
function shortened(path: string): string {
  const address = sockJsAddress(path)
  return address === null ? path : `${address.base}/…/${address.segment}`
}
