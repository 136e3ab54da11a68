import { Fragment } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { RecordingFileButton } from '../recording/recording-file-button.tsx'
import { PanelHead } from '../styles/panel-head.tsx'
import './help-panel.css'
import { SHORTCUT_PHRASES, SHORTCUTS, type Shortcut } from './shortcuts.ts'

const SYMBOLS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' }

/** The keys, from the table that they are read from. It stands beside the picture and blocks nothing. */
export function HelpPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = usePhrases()
  const keyText = ({ key, shift }: Shortcut) => {
    const name = key === ' ' ? t('shell.key-space') : (SYMBOLS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    return shift ? `Shift ${name}` : name
  }
  return (
    <aside className="surface help-panel" aria-label={t('shell.keys')}>
      <PanelHead title={t('shell.keys')} closeName={t('shell.close')} onClose={onClose} />
      <dl>
        {SHORTCUTS.map((shortcut) => (
          <Fragment key={shortcut.action}>
            <dt>
              <kbd>{keyText(shortcut)}</kbd>
            </dt>
            <dd>{t(SHORTCUT_PHRASES[shortcut.action])}</dd>
          </Fragment>
        ))}
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{t('shell.shortcut-escape')}</dd>
      </dl>
      <p>{t('shell.keys-note')}</p>
      <RecordingFileButton />
    </aside>
  )
}
