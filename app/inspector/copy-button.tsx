import { Copy } from 'lucide-react'
import { useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { copiedText } from '../projection/layers/copied-text.ts'
import type { MessageLayers } from '../projection/layers/message-layers.ts'

/** Copies the STOMP frame as text, and its octets in hex. */
export function CopyButton({ layers }: { readonly layers: MessageLayers }) {
  const { t } = usePhrases()
  const [outcome, setOutcome] = useState<{ readonly of: MessageLayers; readonly copied: boolean } | null>(null)
  const copy = () => {
    // Without a secure origin a browser has no clipboard.
    const writing = navigator.clipboard?.writeText(copiedText(layers)) ?? Promise.reject(new Error('no clipboard'))
    writing.then(
      () => setOutcome({ of: layers, copied: true }),
      () => setOutcome({ of: layers, copied: false }),
    )
  }
  const said = outcome?.of !== layers ? null : outcome.copied ? t('inspector.copied') : t('inspector.not-copied')
  return (
    <>
      <span className="inspector-said" aria-live="polite">
        {said}
      </span>
      <button type="button" className="button button-plain button-small" title={t('inspector.copy')} onClick={copy}>
        <Copy size={16} aria-hidden /> <span className="inspector-button-name">{t('inspector.copy')}</span>
      </button>
    </>
  )
}
