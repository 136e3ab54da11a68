import { ChevronLeft, ChevronRight, GitCompare, Pin, X } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { clientName } from '../projection/client-name.ts'
import { beatKind } from '../projection/layers/beat-kind.ts'
import type { MessageLayers } from '../projection/layers/message-layers.ts'
import { nextEffect, previousCause } from '../projection/layers/neighbours.ts'
import { clientHue } from '../styles/client-hue.ts'
import { CopyButton } from './copy-button.tsx'
import { RelatedFramesList } from './related-frames-list.tsx'
import { SizeLadder } from './size-ladder.tsx'
import type { PinnedMessage } from './use-pinned-message.ts'

interface InspectorHeadProps {
  readonly seq: number
  readonly layers: MessageLayers | null
  readonly pin: PinnedMessage
  readonly onClose: (() => void) | undefined
}

/** What is inspected, where it stands among causes and effects, and what each layer adds. */
export function InspectorHead({ seq, layers, pin, onClose }: InspectorHeadProps) {
  const { t, number } = usePhrases()
  const page = usePage()
  const showStepOf = usePlayback((state) => state.showStepOf)
  const { log } = page.trace
  const event = log.at(seq)
  const before = useMemo(() => previousCause(log, seq), [log, seq])
  const after = useMemo(() => nextEffect(log, seq), [log, seq])
  const client = event?.client ?? null
  const message = page.projections.indexes.messages.numberOf(seq)
  const beat = layers === null ? null : beatKind(layers.leg)
  const what = beat === null ? (layers?.leg.stomp?.frame.command ?? event?.type ?? '') : t(`hearts.kind-${beat}`)
  const octets = layers?.tcp == null ? null : layers.tcp.octets.length + layers.missing
  const facts = [
    `#${seq}`,
    ...(octets === null ? [] : [t('inspector.octets', { octets: number(octets) })]),
    ...(event === undefined ? [] : [t('inspector.at', { seconds: number(event.at / 1000, 'thousandths') })]),
    ...(message === null ? [] : [t('inspector.message', { message })]),
  ]
  return (
    <header className="inspector-head">
      <h2 className="inspector-title">
        {client !== null && (
          <span className="client-letter" data-hue={clientHue(client)}>
            {client.slice(0, 2)}
          </span>
        )}
        {client === null ? what : t(titleOf(layers), { what, who: clientName(client) })}
      </h2>
      <div className="inspector-buttons">
        <HeadButton name={t('inspector.previous-cause')} target={before} onGo={showStepOf}>
          <ChevronLeft size={16} aria-hidden />
        </HeadButton>
        <HeadButton name={t('inspector.next-effect')} target={after} onGo={showStepOf}>
          <ChevronRight size={16} aria-hidden />
        </HeadButton>
        {layers !== null && (
          <>
            <CopyButton layers={layers} />
            <button
              type="button"
              className="button button-plain button-small"
              aria-pressed={pin.isShown}
              title={t('inspector.pin')}
              onClick={pin.toggle}
            >
              <Pin size={16} aria-hidden /> <span className="inspector-button-name">{t('inspector.pin')}</span>
            </button>
          </>
        )}
        {pin.canCompare && (
          <button
            type="button"
            className="button button-plain button-small"
            aria-pressed={pin.comparedWith !== null}
            title={t('inspector.compare')}
            onClick={pin.toggleComparison}
          >
            <GitCompare size={16} aria-hidden /> <span className="inspector-button-name">{t('inspector.compare')}</span>
          </button>
        )}
        {onClose !== undefined && (
          <button
            type="button"
            className="button button-plain button-icon button-small"
            aria-label={t('inspector.close')}
            title={t('inspector.close')}
            onClick={onClose}
          >
            <X size={16} aria-hidden />
          </button>
        )}
      </div>
      <p className="inspector-facts">
        <span className="inspector-when">{facts.join(' · ')}</span>
        {layers !== null && layers.leg.stomp !== null && <RelatedFramesList frame={layers.leg.stomp} />}
      </p>
      {layers !== null && <SizeLadder layers={layers} />}
    </header>
  )
}

const titleOf = (layers: MessageLayers | null) =>
  layers?.leg.direction === 'to-client' ? ('inspector.title-to' as const) : ('inspector.title-from' as const)

interface HeadButtonProps {
  readonly name: string
  readonly target: number | null
  readonly onGo: (seq: number) => void
  readonly children: ReactNode
}

/** While something plays it can lose its target at any moment: disabled it would lose the focus too. */
function HeadButton({ name, target, onGo, children }: HeadButtonProps) {
  return (
    <button
      type="button"
      className="button button-plain button-icon button-small"
      aria-label={name}
      title={name}
      aria-disabled={target === null}
      onClick={() => target !== null && onGo(target)}
    >
      {children}
    </button>
  )
}
