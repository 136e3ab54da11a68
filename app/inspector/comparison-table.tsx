import { usePhrases } from '../language/use-phrases.ts'
import type { ComparedRow } from '../projection/layers/comparison.ts'
import { VisibleText } from './visible-text.tsx'

/** What is shown beside what was pinned, line by line; where they differ is marked by more than colour. */
export function ComparisonTable({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const { t } = usePhrases()
  return (
    <table className="comparison" aria-label={t('inspector.compare')}>
      <thead>
        <tr>
          <th scope="col">{t('inspector.header')}</th>
          <th scope="col">{t('inspector.here')}</th>
          <th scope="col">{t('inspector.pinned')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, here, pinned }) => (
          <tr key={name} data-differs={here !== pinned || undefined}>
            <th scope="row">
              {here !== pinned && <abbr title={t('inspector.differs')}>≠</abbr>} {name}
            </th>
            <ComparedValue value={here} />
            <ComparedValue value={pinned} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ComparedValue({ value }: { readonly value: string | null }) {
  const { t } = usePhrases()
  return <td>{value === null ? <i>{t('inspector.lacking')}</i> : <VisibleText text={value} />}</td>
}
