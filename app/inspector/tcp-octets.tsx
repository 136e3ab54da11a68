import { useMemo, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { OctetLayer } from '../projection/layers/layer.ts'
import { maskingOf, unmaskedOctets } from './masking.ts'
import { ShownOctets } from './shown-octets.tsx'
import { useSpanFocus } from './span-focus.ts'

interface TcpOctetsProps {
  readonly layer: OctetLayer
  /** Null: HTTP carries it. */
  readonly websocket: OctetLayer | null
  /** Which message: another one begins with its first octets. */
  readonly message: number
}

/** The octets as they travelled, or with their payload unmasked. */
export function TcpOctets({ layer: { octets, spans }, websocket, message }: TcpOctetsProps) {
  const { t } = usePhrases()
  const [isUnmasked, setUnmasked] = useState(false)
  const unmasked = useMemo(() => (websocket === null ? null : unmaskedOctets(websocket)), [websocket])
  const { lookedAt } = useSpanFocus()
  const beginnings = useMemo(() => new Set(spans.map(({ start }) => start)), [spans])
  const maskingKeys = useMemo(
    () => new Set(websocket?.spans.flatMap(({ part, wire }) => (part === 'websocket.masking-key' ? wire : []))),
    [websocket],
  )
  const [place] = lookedAt?.span === null ? lookedAt.wire : []
  const masking = place === undefined || websocket === null ? null : maskingOf(websocket, place)
  return (
    <>
      {unmasked !== null && (
        <button
          type="button"
          className="button button-plain button-small octet-toggle"
          aria-pressed={isUnmasked}
          onClick={() => setUnmasked(!isUnmasked)}
        >
          {t('inspector.unmasked')}
        </button>
      )}
      <ShownOctets
        key={message}
        octets={isUnmasked && unmasked !== null ? unmasked : octets}
        beginnings={beginnings}
        maskingKeys={maskingKeys}
        keyPlace={masking?.keyPlace ?? null}
      />
      <p className="layer-remark">{t('inspector.tls')}</p>
    </>
  )
}
