import { Check, X } from 'lucide-react'
import { useState } from 'react'
import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { useLabTimeAtCursor } from '../playback/use-lab-time-at-cursor.ts'
import { usePlayback } from '../playback/use-projection.ts'
import type { LadderRung, LadderState } from '../projection/ladder-state.ts'
import { transportsAfter } from '../projection/sockjs-transport.ts'
import { clientTransport } from './client-transport.ts'
import { DeadlineRing } from './deadline-ring.tsx'
import { infoWords, MARK_PHRASES, markOfInfo, markOfRung, type RungMark, rungWords } from './ladder-words.ts'
import { SockJsUrl } from './sockjs-url.tsx'
import './sockjs-ladder.css'

/** Milliseconds: some deadlines are shorter than a second. */
const DEADLINE_TICK = 100

/** How a client comes to its connection, at the cursor: unfolded while it is under way, a line afterwards. */
export function SockJsLadder({ tag }: { readonly tag: ClientTag }) {
  const { projections } = usePage()
  const ladder = usePlayback(({ cursor }) =>
    projections.labStateAt(cursor).ladders.find(({ client }) => client === tag),
  )
  // One transport that held at once is no ladder.
  const isWorthTelling = ladder !== undefined && (ladder.info !== null || ladder.outcome === 'failed')
  return isWorthTelling ? <Ladder key={ladder.seq} ladder={ladder} /> : null
}

function Ladder({ ladder }: { readonly ladder: LadderState }) {
  const phrases = usePhrases()
  const { t } = phrases
  const [choice, choose] = useState<boolean | null>(null)
  const { info, rungs, outcome, closeCode } = ladder
  const unfolded = choice ?? outcome !== 'open'
  const address = rungs.findLast((rung) => rung.address !== null)?.address ?? null
  const rest = outcome === 'climbing' ? stillToTry(ladder) : []
  return (
    <details
      className="sockjs-ladder"
      open={unfolded}
      onToggle={(event) => {
        if (event.currentTarget.open !== unfolded) choose(event.currentTarget.open)
      }}
    >
      <summary>{unfolded ? t('transports.ladder') : <LadderLine ladder={ladder} />}</summary>
      <ol aria-label={t('transports.ladder')}>
        {info !== null && <Rung name="/info" mark={markOfInfo(info, ladder)} words={infoWords(info, phrases)} />}
        {rungs.map((rung) => (
          <TransportRung key={rung.seq} rung={rung} />
        ))}
      </ol>
      {rest[0] !== undefined && (
        <p title={rest.join(', ')}>
          {rest.length === 1
            ? t('transports.then', { transport: rest[0] })
            : t('transports.then-more', { transport: rest[0], more: rest.length - 1 })}
        </p>
      )}
      {closeCode !== null && <p>{t('transports.nothing-left', { code: closeCode })}</p>}
      {address !== null && <SockJsUrl address={address} />}
    </details>
  )
}

function TransportRung({ rung }: { readonly rung: LadderRung }) {
  const phrases = usePhrases()
  const { deadline, triedAt, transport, end } = rung
  const isWaiting = end === null && deadline !== null
  const now = useLabTimeAtCursor(isWaiting, DEADLINE_TICK)
  const left = isWaiting ? (deadline.due - now) / (deadline.due - triedAt) : null
  return <Rung name={transport} mark={markOfRung(rung)} words={rungWords(rung, now, phrases)} left={left} />
}

interface RungProps {
  readonly name: string
  readonly mark: RungMark
  readonly words: string
  /** The part of the deadline that is left; null: nothing runs. */
  readonly left?: number | null
}

function Rung({ name, mark, words, left = null }: RungProps) {
  return (
    <li className="sockjs-rung" data-mark={mark}>
      {left === null ? <Mark mark={mark} /> : <DeadlineRing left={left} />}
      <span className="sockjs-rung-name">{name}</span> <span className="sockjs-rung-words">{words}</span>
    </li>
  )
}

function Mark({ mark }: { readonly mark: RungMark }) {
  const { t } = usePhrases()
  const name = t(MARK_PHRASES[mark])
  if (mark === 'pending') return <span className="sockjs-rung-dot" role="img" aria-label={name} />
  const Icon = mark === 'failed' ? X : Check
  return <Icon className="sockjs-rung-mark" size={14} role="img" aria-label={name} />
}

/** `/info ✓ → websocket ✗ → xhr-streaming ✓` */
function LadderLine({ ladder }: { readonly ladder: LadderState }) {
  const { info, rungs } = ladder
  const parts = [
    ...(info === null ? [] : [{ seq: ladder.seq, name: '/info', mark: markOfInfo(info, ladder) }]),
    ...rungs.map((rung) => ({ seq: rung.seq, name: rung.transport, mark: markOfRung(rung) })),
  ]
  return (
    <span>
      {parts.map(({ seq, name, mark }, index) => (
        <span key={`${seq} ${name}`} className="sockjs-ladder-part" data-mark={mark}>
          {index > 0 && '→ '}
          {name} <Mark mark={mark} />
        </span>
      ))}
    </span>
  )
}

/** Known where the client said that the library may choose. */
function stillToTry({ wanted, rungs }: LadderState): readonly string[] {
  const last = rungs.at(-1)
  const isFree =
    wanted !== null && clientTransport(wanted).kind === 'sockJs' && clientTransport(wanted).allowed === null
  return isFree && last !== undefined ? transportsAfter(last.transport) : []
}
