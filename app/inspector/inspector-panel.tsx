import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { clientName } from '../projection/client-name.ts'
import type { MessageLayers } from '../projection/layers/message-layers.ts'
import { nextEffect, previousCause } from '../projection/layers/neighbours.ts'
import { clientHue } from '../styles/client-hue.ts'
import { ExplainLine } from './explain-line.tsx'
import './inspector-panel.css'
import { LayerCard } from './layer-card.tsx'
import { LayerText } from './layer-text.tsx'
import { OctetGrid } from './octet-grid.tsx'
import { SizeLadder } from './size-ladder.tsx'
import { SpanActionsContext, SpanFocusContext } from './span-focus.ts'
import { SpringRows } from './spring-card.tsx'
import { useInspected } from './use-inspected.ts'
import { useSpanFocusState } from './use-span-focus-state.ts'
import { WebSocketFrames } from './websocket-card.tsx'

/** One message through its five layers at once (ux.md c.3). */
export function InspectorPanel({ onClose }: { readonly onClose?: () => void }) {
  const { t } = usePhrases()
  const inspected = useInspected()
  const { focus, actions } = useSpanFocusState()
  const letGo = (keyDown: KeyboardEvent) => {
    if (keyDown.key !== 'Escape' || !focus.pinned) return
    keyDown.preventDefault()
    actions.unpin()
  }
  return (
    <SpanActionsContext value={actions}>
      <SpanFocusContext value={focus}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape lets go of what a part inside has pinned */}
        <div className="inspector" data-looking={focus.lookedAt !== null || undefined} onKeyDown={letGo}>
          {inspected === null ? (
            <p className="inspector-empty">{t('inspector.nothing-yet')}</p>
          ) : (
            <>
              <InspectorHead seq={inspected.seq} layers={inspected.layers} onClose={onClose} />
              {inspected.layers === null ? (
                <p className="inspector-empty">{t('inspector.no-crossing')}</p>
              ) : (
                <>
                  <LayerCards layers={inspected.layers} />
                  <ExplainLine layers={inspected.layers} />
                </>
              )}
            </>
          )}
        </div>
      </SpanFocusContext>
    </SpanActionsContext>
  )
}

interface InspectorHeadProps {
  readonly seq: number
  readonly layers: MessageLayers | null
  readonly onClose: (() => void) | undefined
}

function InspectorHead({ seq, layers, onClose }: InspectorHeadProps) {
  const { t, number } = usePhrases()
  const page = usePage()
  const showStepOf = usePlayback((state) => state.showStepOf)
  const { log } = page.trace
  const event = log.at(seq)
  const before = useMemo(() => previousCause(log, seq), [log, seq])
  const after = useMemo(() => nextEffect(log, seq), [log, seq])
  const client = event?.client ?? null
  const message = page.projections.indexes.messages.numberOf(seq)
  const what = layers?.leg.stomp?.frame.command ?? event?.type ?? ''
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
        {event !== undefined && t('inspector.at', { seconds: number(event.at / 1000, MILLISECONDS) })}
        {message !== null && ` · ${t('inspector.message', { message })}`}
      </p>
      {layers !== null && <SizeLadder layers={layers} />}
    </header>
  )
}

const MILLISECONDS: Intl.NumberFormatOptions = { minimumFractionDigits: 3, maximumFractionDigits: 3 }

const titleOf = (layers: MessageLayers | null) =>
  layers?.leg.direction === 'to-client' ? ('inspector.title-to' as const) : ('inspector.title-from' as const)

interface HeadButtonProps {
  readonly name: string
  readonly target: number | null
  readonly onGo: (seq: number) => void
  readonly children: ReactNode
}

function HeadButton({ name, target, onGo, children }: HeadButtonProps) {
  return (
    <button
      type="button"
      className="button button-plain button-icon button-small"
      aria-label={name}
      title={name}
      disabled={target === null}
      onClick={() => target !== null && onGo(target)}
    >
      {children}
    </button>
  )
}

function LayerCards({ layers }: { readonly layers: MessageLayers }) {
  const { t, number } = usePhrases()
  const { tcp, websocket, http, sockjs, stomp, spring } = layers
  const octets = (count: number) => t('inspector.octets', { octets: number(count) })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also where no part has the focus
    <div className="inspector-cards" tabIndex={0}>
      {tcp === null ? (
        <LayerCard layer="tcp" remark={t('inspector.no-tap')} />
      ) : (
        <LayerCard
          layer="tcp"
          remark={t('inspector.tcp-remark', { octets: octets(tcp.octets.length), segments: tcp.spans.length })}
        >
          <OctetGrid layer={tcp} />
        </LayerCard>
      )}
      {websocket !== null ? (
        <LayerCard layer="websocket" remark={t('inspector.websocket-remark', { frames: framesOf(websocket.spans) })}>
          <WebSocketFrames layer={websocket} />
        </LayerCard>
      ) : http !== null ? (
        <LayerCard layer="websocket" remark={t('inspector.http-remark')}>
          <LayerText layer={http} />
        </LayerCard>
      ) : (
        <LayerCard layer="websocket" remark={t('inspector.no-tap')} />
      )}
      {sockjs === null ? (
        <LayerCard layer="sockjs" remark={t('inspector.no-sockjs')} />
      ) : (
        <LayerCard layer="sockjs" remark={octets(new TextEncoder().encode(sockjs.text).length)}>
          <LayerText layer={sockjs} />
        </LayerCard>
      )}
      {stomp === null ? (
        <LayerCard layer="stomp" remark={t('inspector.no-stomp')} />
      ) : (
        <LayerCard layer="stomp" remark={octets(new TextEncoder().encode(stomp.text).length)}>
          <LayerText layer={stomp} />
        </LayerCard>
      )}
      {spring === null ? (
        <LayerCard layer="spring" remark={t('inspector.no-spring')} />
      ) : (
        <LayerCard layer="spring" remark={t('inspector.spring-remark', { station: layers.leg.sent?.station ?? '' })}>
          <SpringRows layer={spring} />
        </LayerCard>
      )}
    </div>
  )
}

const framesOf = (spans: readonly { readonly params: { readonly frame?: string | number } }[]): number =>
  new Set(spans.map(({ params }) => params.frame)).size
