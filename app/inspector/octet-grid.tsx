import { memo, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { OctetLayer } from '../projection/layers/layer.ts'
import { lookedAtOctet, useSpanFocus } from './span-focus.ts'
import { useLooking } from './use-looking.ts'

const ROW = 16
/** Octets that are shown before somebody asks for more. */
const SHOWN = 256

/** Hex and characters, sixteen a row, with a gap where a segment begins. */
export function OctetGrid({ layer }: { readonly layer: OctetLayer }) {
  const { t, number } = usePhrases()
  const [all, setAll] = useState(false)
  const { lit, lookedAt, pinned } = useSpanFocus()
  const { octets, spans } = layer
  const beginnings = new Set(spans.map(({ start }) => start))
  const shown = all ? octets.length : Math.min(octets.length, SHOWN)
  const rows = Array.from({ length: Math.ceil(shown / ROW) }, (_, row) => row * ROW)
  return (
    <>
      <div className="octet-grid">
        {rows.map((start) => {
          const end = Math.min(start + ROW, shown)
          const places = Array.from({ length: end - start }, (_, at) => start + at)
          return (
            <OctetRow
              key={start}
              start={start}
              octets={octets}
              end={end}
              lit={places.filter((octet) => lit.has(octet)).join(' ')}
              pinned={pinned ? (places.find((octet) => lookedAt?.id === lookedAtOctet(octet).id) ?? null) : null}
              gaps={places.filter((octet) => octet > 0 && beginnings.has(octet)).join(' ')}
            />
          )
        })}
      </div>
      {shown < octets.length && (
        <button type="button" className="button button-plain button-small" onClick={() => setAll(true)}>
          {t('inspector.more-octets', { octets: number(octets.length - shown) })}
        </button>
      )}
    </>
  )
}

interface OctetRowProps {
  readonly octets: Uint8Array
  readonly start: number
  readonly end: number
  /** Places of this row, as text so that a row knows when nothing changed. */
  readonly lit: string
  readonly gaps: string
  readonly pinned: number | null
}

const OctetRow = memo(function OctetRow({ octets, start, end, lit, gaps, pinned }: OctetRowProps) {
  const shining = placesOf(lit)
  const afterGap = placesOf(gaps)
  const places = Array.from({ length: end - start }, (_, at) => start + at)
  return (
    <div className="octet-row">
      <span className="octet-address">{start.toString(16).padStart(4, '0')}</span>
      <span className="octet-hex">
        {places.map((place) => (
          <Octet
            key={place}
            place={place}
            octet={octets[place] ?? 0}
            lit={shining.has(place)}
            afterGap={afterGap.has(place)}
            pinned={place === pinned}
          />
        ))}
      </span>
      <span className="octet-characters" aria-hidden>
        {places.map((place) => (
          <span key={place} className="octet-character" data-shines={shining.has(place) || undefined}>
            {characterOf(octets[place] ?? 0)}
          </span>
        ))}
      </span>
    </div>
  )
})

const placesOf = (text: string): ReadonlySet<number> => new Set(text === '' ? [] : text.split(' ').map(Number))

const characterOf = (octet: number): string => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '·')

interface OctetProps {
  readonly place: number
  readonly octet: number
  readonly lit: boolean
  readonly afterGap: boolean
  readonly pinned: boolean
}

function Octet({ place, octet, lit, afterGap, pinned }: OctetProps) {
  const { t } = usePhrases()
  const looking = useLooking(lookedAtOctet(place))
  const hex = octet.toString(16).padStart(2, '0')
  return (
    // biome-ignore lint/a11y/useSemanticElements: hundreds of button elements are slow to lay out
    <span
      role="button"
      className="octet"
      data-octet={place}
      data-lit={lit || undefined}
      data-gap={afterGap || undefined}
      aria-label={t('inspector.octet', { place, hex })}
      aria-pressed={pinned}
      tabIndex={-1}
      {...looking}
    >
      {hex}
    </span>
  )
}
