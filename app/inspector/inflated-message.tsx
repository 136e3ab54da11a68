import { usePhrases } from '../language/use-phrases.ts'
import type { Inflation } from '../projection/layers/inflation.ts'
import { ShownOctets } from './shown-octets.tsx'
import { SpanElement } from './span-element.tsx'
import { useSpanFocus } from './span-focus.ts'

/** What permessage-deflate made smaller, or larger, and the octets that the layers above hang on (RFC 7692 §7.2.2). */
export function InflatedMessage({ inflation }: { readonly inflation: Inflation }) {
  const { t, number } = usePhrases()
  const { lookedAt, lit } = useSpanFocus()
  const { compressedLength, length, octets, first, isBroken, span } = inflation
  const saved = length - compressedLength
  const sizes = {
    compressed: number(compressedLength),
    inflated: number(length),
    difference: number(Math.abs(saved)),
    percent: number(Math.round((100 * compressedLength) / Math.max(1, length))),
  }
  const isLit = lookedAt !== null && lookedAt.span?.layer !== 'websocket' && lit.has(span.wire[0] ?? -1)
  return (
    <div className="inflated-message">
      <p className="layer-remark">
        <SpanElement span={span} lit={lookedAt?.id === span.id || isLit}>
          {t(saved >= 0 ? 'inspector.deflate-saved' : 'inspector.deflate-cost', sizes)}
        </SpanElement>{' '}
        {isBroken && <strong className="layer-trouble">{t('inspector.not-inflated')}</strong>}
      </p>
      <ShownOctets octets={octets} inflatedFrom={first} beginnings={NONE} maskingKeys={NONE} keyPlace={null} />
      {!isBroken && octets.length < length && (
        <p className="layer-remark">
          {t('inspector.inflated-cut', { shown: number(octets.length), inflated: number(length) })}
        </p>
      )}
    </div>
  )
}

/** Segments and masking keys are of the wire. */
const NONE: ReadonlySet<number> = new Set()
