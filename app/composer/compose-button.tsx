import { PencilLine } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { useComposerDraft } from './composer-context.ts'

/** Puts a text of the notes into the frame composer. */
export function ComposeButton({ text }: { readonly text: string }) {
  const { t } = usePhrases()
  const compose = useComposerDraft((draft) => draft.compose)
  return (
    <button type="button" className="button button-small" onClick={() => compose(text)}>
      <PencilLine size={14} aria-hidden />
      {t('composer.put')}
    </button>
  )
}
