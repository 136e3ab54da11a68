import { usePhrases } from '../language/use-phrases.ts'
import type { Departure } from '../projection/layers/departure-of.ts'

/** What the STOMP specification wants of such a frame, and what Spring does with it, each with its source. */
export function DepartureRemark({ departure: { specification, spring } }: { readonly departure: Departure }) {
  const { t } = usePhrases()
  return (
    <p className="departure-remark" role="note" aria-label={t('inspector.departure')}>
      <strong>{specification.section}</strong>: {t(specification.wants)} <strong>Spring</strong>: {t(spring.does)}{' '}
      <code>{spring.source}</code>
    </p>
  )
}
