import { ServerCog } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { PopoverMenu } from '../styles/popover-menu.tsx'
import './configuration.css'
import { useShownName } from './use-shown-name.ts'

/** Nobody who changes nothing loads what there is to choose. */
const ConfigurationMenu = lazy(() => import('./configuration-menu.tsx'))

/** Opens the configurations; one that is not the usual one is named beside it, as the picture at the cursor has it. */
export function ConfigurationButton() {
  const { t } = usePhrases()
  const { projections } = usePage()
  const shownName = useShownName()
  const name = usePlayback(({ cursor }) => projections.labStateAt(cursor).config?.name ?? 'default')
  const isUsual = name === 'default'
  const title = t('configuration.title')
  return (
    <PopoverMenu
      name={isUsual ? title : `${title} ${shownName(name)}`}
      look={{ button: 'button-small configuration-button', menu: 'configuration-menu' }}
      title={title}
      face={
        <>
          <ServerCog size={16} aria-hidden />
          <span className="configuration-word">{title}</span>
          {!isUsual && <code className="configuration-of-now">{shownName(name)}</code>}
        </>
      }
    >
      {() => (
        <Suspense fallback={<p className="configuration-remark">{t('configuration.loading')}</p>}>
          <ConfigurationMenu />
        </Suspense>
      )}
    </PopoverMenu>
  )
}
