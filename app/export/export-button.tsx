import { Download } from 'lucide-react'
import { lazy, Suspense, useId, useState } from 'react'
import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import './export-menu.css'

/** Nobody who does not export loads how it is done. */
const ExportMenu = lazy(() => import('./export-menu.tsx'))

export function ExportButton({ ownClients }: { readonly ownClients: readonly ClientTag[] }) {
  const { t } = usePhrases()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="button button-small export-button"
        popoverTarget={id}
        aria-label={t('export.open')}
        title={t('export.open')}
      >
        <Download size={16} aria-hidden />
        <span className="export-word">{t('export.open')}</span>
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('export.open')}
        className="surface export-menu"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && (
          <Suspense fallback={<p className="export-remark">{t('export.loading')}</p>}>
            <ExportMenu ownClients={ownClients} />
          </Suspense>
        )}
      </div>
    </>
  )
}
