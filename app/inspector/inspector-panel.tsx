import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { comparedRows, springRows, stompRows } from '../projection/layers/comparison.ts'
import { departureOf } from '../projection/layers/departure-of.ts'
import type { TextLayer } from '../projection/layers/layer.ts'
import type { MessageLayers } from '../projection/layers/message-layers.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { DepartureRemark } from './departure-remark.tsx'
import { ExplainLine } from './explain-line.tsx'
import { InflatedMessage } from './inflated-message.tsx'
import { InspectorHead } from './inspector-head.tsx'
import './inspector-panel.css'
import { LayerCard } from './layer-card.tsx'
import { type LayerFolding, LayerFoldingContext } from './layer-folding.ts'
import { LayerText } from './layer-text.tsx'
import { SandboxEditor, type SendFrom } from './sandbox-editor.tsx'
import { SpanActionsContext, SpanFocusContext } from './span-focus.ts'
import { SpringRows } from './spring-card.tsx'
import { TcpOctets } from './tcp-octets.tsx'
import { useInspected } from './use-inspected.ts'
import { useLedInto } from './use-led-into.ts'
import { usePinnedMessage } from './use-pinned-message.ts'
import { useSandbox } from './use-sandbox.ts'
import { useSpanFocusState } from './use-span-focus-state.ts'
import { WebSocketFrames } from './websocket-card.tsx'

interface InspectorPanelProps {
  readonly folding: LayerFolding
  readonly onClose?: () => void
  /** Absent: nothing can be sent from here. */
  readonly sendFrom?: SendFrom
}

/** One message through its five layers at once (ux.md c.3). */
export function InspectorPanel({ folding, onClose, sendFrom }: InspectorPanelProps) {
  const { t } = usePhrases()
  const inspected = useInspected()
  const pin = usePinnedMessage(inspected)
  const sandbox = useSandbox(inspected)
  const layers = sandbox.layers ?? inspected?.layers ?? null
  const { focus, actions } = useSpanFocusState(layers?.inflations ?? NOT_COMPRESSED)
  const inspector = useRef<HTMLDivElement>(null)
  useLedInto({ inspector, layers, folding, actions })
  const letGo = (keyDown: KeyboardEvent) => {
    if (keyDown.key !== 'Escape' || !focus.pinned) return
    keyDown.preventDefault()
    actions.unpin()
  }
  return (
    <LayerFoldingContext value={folding}>
      <SpanActionsContext value={actions}>
        <SpanFocusContext value={focus}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape lets go of what a part inside has pinned */}
          <div
            ref={inspector}
            className="inspector"
            data-looking={focus.lookedAt !== null || undefined}
            onKeyDown={letGo}
          >
            {inspected === null ? (
              <p className="inspector-empty">{t('inspector.nothing-yet')}</p>
            ) : (
              <>
                <InspectorHead seq={inspected.seq} layers={layers} pin={pin} onClose={onClose} />
                {layers === null ? (
                  <p className="inspector-empty">{t('inspector.no-crossing')}</p>
                ) : (
                  <>
                    <LayerCards
                      layers={layers}
                      pinned={pin.comparedWith}
                      editor={
                        <SandboxEditor
                          sandbox={sandbox}
                          client={inspected.layers?.leg.stomp?.client ?? null}
                          sendFrom={sendFrom}
                        />
                      }
                      isCopy={sandbox.layers !== null}
                    />
                    <ExplainLine layers={layers} isChosen={inspected.isChosen} />
                  </>
                )}
              </>
            )}
          </div>
        </SpanFocusContext>
      </SpanActionsContext>
    </LayerFoldingContext>
  )
}

const NOT_COMPRESSED: MessageLayers['inflations'] = []

interface LayerCardsProps {
  readonly layers: MessageLayers
  /** What it is compared with; null: with nothing. */
  readonly pinned: MessageLayers | null
  readonly editor: ReactNode
  readonly isCopy: boolean
}

function LayerCards({ layers, pinned, editor, isCopy }: LayerCardsProps) {
  const { t, number } = usePhrases()
  const { tcp, websocket, http, sockjs, stomp, spring, missing, missingInside } = layers
  const message = layers.leg.wire?.seq ?? 0
  const departure = stomp === null || layers.leg.direction === 'to-client' ? null : departureOf(stomp)
  const octets = (count: number) => t('inspector.octets', { octets: number(count) })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also where no part has the focus
    <div className="inspector-cards" tabIndex={0}>
      {tcp === null ? (
        <LayerCard layer="tcp" remark={t('inspector.no-tap')} />
      ) : (
        <LayerCard
          layer="tcp"
          remark={t('inspector.tcp-remark', {
            octets: octets(tcp.octets.length + missing),
            segments: tcp.spans.length,
          })}
        >
          {missing > 0 && <p className="layer-remark">{t('inspector.cut', { missing: number(missing) })}</p>}
          <TcpOctets layer={tcp} websocket={websocket} message={message} />
        </LayerCard>
      )}
      {websocket !== null ? (
        <LayerCard layer="websocket" remark={t('inspector.websocket-remark', { frames: framesOf(websocket.spans) })}>
          <WebSocketFrames layer={websocket} />
          {layers.inflations.map((inflation) => (
            <InflatedMessage key={`${message} ${inflation.span.id}`} inflation={inflation} />
          ))}
          {layers.refused !== null && <p className="layer-trouble">{t(`inspector.refused-${layers.refused}`)}</p>}
        </LayerCard>
      ) : http !== null ? (
        <LayerCard layer="websocket" remark={t('inspector.http-remark')}>
          <LayerText key={message} layer={http} />
        </LayerCard>
      ) : (
        <LayerCard layer="websocket" remark={t('inspector.no-tap')} />
      )}
      {sockjs === null ? (
        <LayerCard layer="sockjs" remark={t('inspector.no-sockjs')} />
      ) : (
        <LayerCard layer="sockjs" remark={octets(new TextEncoder().encode(sockjs.text).length + missingInside)}>
          <LayerText key={message} layer={sockjs} />
        </LayerCard>
      )}
      {stomp === null ? (
        <LayerCard layer="stomp" remark={t('inspector.no-stomp')} />
      ) : (
        <LayerCard layer="stomp" remark={octets(stompLength(layers, stomp))}>
          <LayerText key={message} layer={stomp} />
          {editor}
          {departure !== null && <DepartureRemark departure={departure} />}
          {pinned !== null && pinned.stomp !== null && (
            <ComparisonTable rows={comparedRows(stompRows(stomp), stompRows(pinned.stomp))} />
          )}
        </LayerCard>
      )}
      {spring === null ? (
        <LayerCard layer="spring" remark={t(isCopy ? 'inspector.not-sent' : 'inspector.no-spring')} />
      ) : (
        <LayerCard layer="spring" remark={t('inspector.spring-remark', { station: layers.leg.sent?.station ?? '' })}>
          <SpringRows layer={spring} />
          {pinned !== null && pinned.spring !== null && (
            <ComparisonTable rows={comparedRows(springRows(spring), springRows(pinned.spring))} />
          )}
        </LayerCard>
      )}
    </div>
  )
}

/** A frame that was cut knows its length. */
const stompLength = ({ leg, missingInside }: MessageLayers, { text }: TextLayer): number =>
  missingInside > 0 && leg.stomp !== null ? leg.stomp.frame.length : new TextEncoder().encode(text).length

const framesOf = (spans: readonly { readonly params: { readonly frame?: string | number } }[]): number =>
  new Set(spans.map(({ params }) => params.frame)).size
