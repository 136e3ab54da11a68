import { ListPlus, X } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import type { DraftHeader } from './client-drafts.ts'

interface HeaderRowsProps {
  readonly headers: readonly DraftHeader[]
  readonly onChange: (headers: readonly DraftHeader[]) => void
}

/** Headers of the next SEND, beside those that stompjs writes itself. */
export function HeaderRows({ headers, onChange }: HeaderRowsProps) {
  const { t } = usePhrases()
  const change = (at: number, part: Partial<DraftHeader>) =>
    onChange(headers.map((header, index) => (index === at ? { ...header, ...part } : header)))
  return (
    <>
      <button
        type="button"
        className="button button-small button-icon button-plain"
        aria-label={t('clients.add-header')}
        title={t('clients.add-header')}
        onClick={() => onChange([...headers, { name: '', value: '' }])}
      >
        <ListPlus size={16} aria-hidden />
      </button>
      {headers.length > 0 && (
        <ul className="client-card-headers" aria-label={t('clients.headers')}>
          {headers.map((header, index) => (
            // A row is its place: names may be empty and may repeat.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <input
                className="field field-mono"
                aria-label={t('clients.header-name')}
                placeholder={t('clients.header-name')}
                value={header.name}
                spellCheck={false}
                onChange={(event) => change(index, { name: event.target.value })}
              />
              <input
                className="field field-mono"
                aria-label={t('clients.header-value')}
                placeholder={t('clients.header-value')}
                value={header.value}
                spellCheck={false}
                onChange={(event) => change(index, { value: event.target.value })}
              />
              <button
                type="button"
                className="button button-small button-icon button-plain"
                aria-label={t('clients.remove-header', { header: header.name })}
                onClick={() => onChange(headers.filter((_, at) => at !== index))}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
