import { X } from 'lucide-react'
import { Fragment } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { RecordingFileButton } from '../recording/recording-file-button.tsx'
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
    <aside className="help-panel" aria-label={t('shell.keys')}>
      <div className="help-panel-head">
        <h2 className="region-title">{t('shell.keys')}</h2>
        <button
          type="button"
          className="button button-plain button-icon button-small"
          aria-label={t('shell.close')}
          onClick={onClose}
        >
          <X size={16} aria-hidden />
        </button>
      </div>
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
