import { memo } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { lookedAtOctet, useSpanFocus } from './span-focus.ts'
import { useLooking } from './use-looking.ts'

export const ROW = 16

export interface OctetMarks {
  /** Where segments begin. */
  readonly beginnings: ReadonlySet<number>
  readonly maskingKeys: ReadonlySet<number>
  /** The octet of a masking key that belongs to the one that is looked at; null: there is none. */
  readonly keyPlace: number | null
  /** The number of an inflated message's first octet; absent: they lie on the wire. */
  readonly inflatedFrom?: number
}

interface OctetGridProps extends OctetMarks {
  readonly octets: Uint8Array
  /** Where rows begin. */
  readonly rows: readonly number[]
  /** Nothing from here on is shown. */
  readonly end: number
}

/** Hex and characters, sixteen a row, with a gap where a segment begins. */
export function OctetGrid({ octets, rows, end, beginnings, maskingKeys, keyPlace, inflatedFrom }: OctetGridProps) {
  const { lit, lookedAt, pinned } = useSpanFocus()
  const from = inflatedFrom ?? 0
  return (
    <div className="octet-grid">
      {rows.map((start) => {
        const rowEnd = Math.min(start + ROW, end)
        const places = Array.from({ length: rowEnd - start }, (_, at) => start + at)
        return (
          <OctetRow
            key={start}
            start={start}
            octets={octets}
            end={rowEnd}
            inflatedFrom={inflatedFrom}
            lit={places.filter((place) => lit.has(from + place)).join(' ')}
            pinned={pinned ? (places.find((place) => lookedAt?.id === lookedAtOctet(from + place).id) ?? null) : null}
            gaps={places.filter((octet) => octet > 0 && beginnings.has(octet)).join(' ')}
            keys={places.filter((octet) => maskingKeys.has(octet)).join(' ')}
            litKey={keyPlace !== null && places.includes(keyPlace) ? keyPlace : null}
          />
        )
      })}
    </div>
  )
}

interface OctetRowProps {
  readonly inflatedFrom: number | undefined
  readonly octets: Uint8Array
  readonly start: number
  readonly end: number
  /** Places of this row, as text so that a row knows when nothing changed. */
  readonly lit: string
  readonly gaps: string
  readonly keys: string
  readonly litKey: number | null
  readonly pinned: number | null
}

const OctetRow = memo(function OctetRow({
  inflatedFrom,
  octets,
  start,
  end,
  lit,
  gaps,
  keys,
  litKey,
  pinned,
}: OctetRowProps) {
  const shining = placesOf(lit)
  const afterGap = placesOf(gaps)
  const ofKey = placesOf(keys)
  const places = Array.from({ length: end - start }, (_, at) => start + at)
  return (
    <div className="octet-row">
      <span className="octet-address">{start.toString(16).padStart(4, '0')}</span>
      <span className="octet-hex">
        {places.map((place) => (
          <Octet
            key={place}
            place={place}
            inflatedFrom={inflatedFrom}
            octet={octets[place] ?? 0}
            lit={place === litKey ? 'key' : shining.has(place)}
            afterGap={afterGap.has(place)}
            ofKey={ofKey.has(place)}
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
  readonly inflatedFrom: number | undefined
  readonly octet: number
  /** `key`: it unmasks the octet that is looked at. */
  readonly lit: boolean | 'key'
  readonly afterGap: boolean
  readonly ofKey: boolean
  readonly pinned: boolean
}

function Octet({ place, inflatedFrom, octet, lit, afterGap, ofKey, pinned }: OctetProps) {
  const { t } = usePhrases()
  const number = (inflatedFrom ?? 0) + place
  const looking = useLooking(lookedAtOctet(number))
  const hex = octet.toString(16).padStart(2, '0')
  return (
    // biome-ignore lint/a11y/useSemanticElements: hundreds of button elements are slow to lay out
    <span
      role="button"
      className="octet"
      data-octet={number}
      data-lit={lit || undefined}
      data-gap={afterGap || undefined}
      data-key={ofKey || undefined}
      aria-label={t(inflatedFrom === undefined ? 'inspector.octet' : 'inspector.inflated-octet', { place, hex })}
      aria-pressed={pinned}
      tabIndex={-1}
      {...looking}
    >
      {hex}
    </span>
  )
}
