import type { CSSProperties } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { LayerName } from '../projection/layers/layer.ts'
import type { MessageLayers } from '../projection/layers/message-layers.ts'

/** What each layer costs: octets of the body, and what every layer around it adds. Only compression may save some. */
export function SizeLadder({ layers }: { readonly layers: MessageLayers }) {
  const { t, number } = usePhrases()
  const rungs = rungsOf(layers)
  if (rungs.length === 0) return null
  return (
    <ol className="size-ladder" aria-label={t('inspector.sizes')}>
      {rungs.map(({ layer, size, added }) => (
        <li key={layer} data-layer-tint={TINTS[layer]} style={growing(added)}>
          {added === size
            ? t('inspector.size', { layer: t(`inspector.size-${layer}`), size: number(size) })
            : t(added < 0 ? 'inspector.size-saved' : 'inspector.size-added', {
                layer: t(`inspector.size-${layer}`),
                added: number(Math.abs(added)),
                size: number(size),
              })}
        </li>
      ))}
    </ol>
  )
}

/** As wide as what it adds, once everything has its words. */
const growing = (added: number): CSSProperties => ({ '--added': Math.max(0, added) }) as CSSProperties

/** What permessage-deflate is about belongs to WebSocket. */
const TINTS = {
  spring: 'spring',
  stomp: 'stomp',
  sockjs: 'sockjs',
  payload: 'websocket',
  deflate: 'websocket',
  websocket: 'websocket',
  tcp: 'tcp',
} as const satisfies Readonly<Record<string, LayerName>>

interface Rung {
  readonly layer: keyof typeof TINTS
  /** Octets with everything inside. */
  readonly size: number
  readonly added: number
}

function rungsOf(layers: MessageLayers): readonly Rung[] {
  const { tcp, websocket, inflations, sockjs, stomp, leg, missing, missingInside } = layers
  // A frame that was cut knows its length.
  const cut = missingInside > 0 ? (leg.stomp?.frame ?? null) : null
  const body = cut?.bodyLength ?? stomp?.spans.find(({ part }) => part === 'stomp.body')?.params.length
  const compresses = inflations.length > 0
  const inflated = inflations.reduce((sum, { length }) => sum + length, 0)
  const compressed = inflations.reduce((sum, { compressedLength }) => sum + compressedLength, 0)
  const sizes = [
    { layer: 'spring', size: typeof body === 'number' ? body : null },
    { layer: 'stomp', size: stomp === null ? null : (cut?.length ?? octetsIn(stomp.text)) },
    { layer: 'sockjs', size: sockjs === null ? null : octetsIn(sockjs.text) + missingInside },
    { layer: 'payload', size: compresses && sockjs === null && stomp === null ? inflated : null },
    { layer: 'deflate', size: compresses ? compressed : null },
    { layer: websocket === null ? 'tcp' : 'websocket', size: tcp === null ? null : tcp.octets.length + missing },
  ] as const
  let inside = 0
  return sizes.flatMap(({ layer, size }) => {
    if (size === null) return []
    const added = size - inside
    inside = size
    return [{ layer, size, added }]
  })
}

const octetsIn = (text: string): number => new TextEncoder().encode(text).length
