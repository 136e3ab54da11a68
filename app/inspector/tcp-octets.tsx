import { useMemo, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { OctetLayer } from '../projection/layers/layer.ts'
import { maskingOf, unmaskedOctets } from './masking.ts'
import { OctetGrid, ROW } from './octet-grid.tsx'
import { useSpanFocus } from './span-focus.ts'

/** Octets that are shown before somebody asks for more, and how many more come each time. */
const SHOWN = 256
const MORE = 1024

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

interface ShownOctetsProps {
  readonly octets: Uint8Array
  readonly beginnings: ReadonlySet<number>
  readonly maskingKeys: ReadonlySet<number>
  readonly keyPlace: number | null
}

/** The first rows, and more when they are asked for. Where what is looked at lies beyond, its first row has a place. */
function ShownOctets({ octets, ...marks }: ShownOctetsProps) {
  const { t, number } = usePhrases()
  const [asked, setAsked] = useState(SHOWN)
  const { lookedAt } = useSpanFocus()
  const shown = Math.min(octets.length, asked)
  const rows = Array.from({ length: Math.ceil(shown / ROW) }, (_, row) => row * ROW)
  const beyond = lookedAt?.wire.find((octet) => octet >= shown)
  return (
    <>
      <OctetGrid octets={octets} rows={rows} end={shown} {...marks} />
      {shown < octets.length && (
        <>
          <div className="octets-beyond">
            {beyond === undefined ? (
              '…'
            ) : (
              <OctetGrid octets={octets} rows={[beyond - (beyond % ROW)]} end={octets.length} {...marks} />
            )}
          </div>
          <button type="button" className="button button-plain button-small" onClick={() => setAsked(shown + MORE)}>
            {t('inspector.more-octets', { octets: number(octets.length - shown) })}
          </button>
        </>
      )}
    </>
  )
}
