import { useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { OctetGrid, type OctetMarks, ROW } from './octet-grid.tsx'
import { useSpanFocus } from './span-focus.ts'

/** Octets that are shown before somebody asks for more, and how many more come each time. */
const SHOWN = 256
const MORE = 1024

interface ShownOctetsProps extends OctetMarks {
  readonly octets: Uint8Array
}

/** The first rows, and more when they are asked for. Where what is looked at lies beyond, its first row has a place. */
export function ShownOctets({ octets, ...marks }: ShownOctetsProps) {
  const { t, number } = usePhrases()
  const [asked, setAsked] = useState(SHOWN)
  const { lookedAt } = useSpanFocus()
  const shown = Math.min(octets.length, asked)
  const rows = Array.from({ length: Math.ceil(shown / ROW) }, (_, row) => row * ROW)
  const beyond = lookedAt?.wire
    .map((octet) => octet - (marks.inflatedFrom ?? 0))
    .find((place) => place >= shown && place < octets.length)
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
