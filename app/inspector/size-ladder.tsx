import type { CSSProperties } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { MessageLayers } from '../projection/layers/message-layers.ts'

/** What each layer costs: octets of the body, and what every layer around it adds. */
export function SizeLadder({ layers }: { readonly layers: MessageLayers }) {
  const { t, number } = usePhrases()
  const rungs = rungsOf(layers)
  if (rungs.length === 0) return null
  return (
    <ol className="size-ladder" aria-label={t('inspector.sizes')}>
      {rungs.map(({ layer, size, added }) => (
        <li key={layer} data-layer-tint={layer} style={growing(added)}>
          {added === size
            ? t('inspector.size', { layer: t(`inspector.size-${layer}`), size: number(size) })
            : t('inspector.size-added', {
                layer: t(`inspector.size-${layer}`),
                added: number(added),
                size: number(size),
              })}
        </li>
      ))}
    </ol>
  )
}

/** As wide as what it adds, once everything has its words. */
const growing = (added: number): CSSProperties => ({ '--added': added }) as CSSProperties

interface Rung {
  readonly layer: 'spring' | 'stomp' | 'sockjs' | 'websocket' | 'tcp'
  /** Octets with everything inside. */
  readonly size: number
  readonly added: number
}

function rungsOf({ tcp, websocket, sockjs, stomp, leg, missing }: MessageLayers): readonly Rung[] {
  // A frame that was cut knows its length.
  const cut = missing > 0 ? (leg.stomp?.frame ?? null) : null
  const body = cut?.bodyLength ?? stomp?.spans.find(({ part }) => part === 'stomp.body')?.params.length
  const sizes = [
    { layer: 'spring', size: typeof body === 'number' ? body : null },
    { layer: 'stomp', size: stomp === null ? null : (cut?.length ?? octetsIn(stomp.text)) },
    { layer: 'sockjs', size: sockjs === null ? null : octetsIn(sockjs.text) + missing },
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
