import { usePhrases } from '../language/use-phrases.ts'
import type { PoolState } from '../projection/lab-state.ts'
import { useStationLight } from '../spotlight/spotlight-context.ts'
import { useDiagramView } from './diagram-view.ts'
import { StationBox } from './station-box.tsx'
import { threadNumber, threadSlots } from './thread-slots.ts'

/** A channel with its executor: name above, threads inside, queue below. */
export function ExecutorPipe({ channel }: { readonly channel: 'clientInboundChannel' | 'clientOutboundChannel' }) {
  const { lab, shortLabels } = useDiagramView()
  const { t } = usePhrases()
  const pool = lab.pools[channel]
  const queue = useQueueText(pool)
  return (
    <>
      <span className="pipe-label diagram-text diagram-strong" aria-hidden>
        {shortLabels ? t(`diagram.short-${channel}`) : t(`diagram.title-${channel}`)}
      </span>
      <StationBox place={channel} station={channel} look="pipe" name={`${channel}, ${queue}`}>
        <span className="pipe-track">
          {threadSlots(pool).map((busy, slot) => (
            // A slot is its thread: its place in the row is what it is.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={slot} className="pipe-thread" data-busy={busy || undefined} />
          ))}
        </span>
      </StationBox>
      <span className="pipe-queue diagram-small" aria-hidden>
        {queue}
      </span>
    </>
  )
}

function useQueueText({ core, busy, waiting }: PoolState): string {
  const { t } = usePhrases()
  const [first, second] = busy
  if (first === undefined) return t('diagram.threads-idle', { core, waiting })
  if (second === undefined) return t('diagram.thread-busy', { thread: threadNumber(first.thread), core, waiting })
  return t('diagram.threads-busy', { busy: busy.length, core, waiting })
}

/** `brokerChannel` has no executor unless one is configured: handlers run on the sender's thread. */
export function BrokerChannelPipe() {
  const { t } = usePhrases()
  return (
    <StationBox
      place="brokerChannel"
      station="brokerChannel"
      look="pipe"
      name={`brokerChannel, ${t('diagram.callers-thread')}`}
    >
      <span className="pipe-track" />
    </StationBox>
  )
}

export function BrokerChannelLabel() {
  const { t } = usePhrases()
  const light = useStationLight('brokerChannel')
  return (
    <div className="broker-channel-label" data-light={light} aria-hidden>
      <span className="diagram-text diagram-strong">
        {t('diagram.broker-channel-line1')}
        <wbr />
        {t('diagram.broker-channel-line2')}
      </span>
      <span className="diagram-small">{t('diagram.callers-thread')}</span>
    </div>
  )
}
