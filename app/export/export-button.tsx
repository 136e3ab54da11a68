import { Download } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { PopoverMenu } from '../styles/popover-menu.tsx'
import './export-menu.css'

/** Nobody who does not export loads how it is done. */
const ExportMenu = lazy(() => import('./export-menu.tsx'))

export function ExportButton({ ownClients }: { readonly ownClients: readonly ClientTag[] }) {
  const { t } = usePhrases()
  return (
    <PopoverMenu
      name={t('export.open')}
      look={{ button: 'button-small export-button', menu: 'export-menu' }}
      title={t('export.open')}
      face={
        <>
          <Download size={16} aria-hidden />
          <span className="export-word">{t('export.open')}</span>
        </>
      }
    >
      {() => (
        <Suspense fallback={<p className="export-remark">{t('export.loading')}</p>}>
          <ExportMenu ownClients={ownClients} />
        </Suspense>
      )}
    </PopoverMenu>
  )
}
