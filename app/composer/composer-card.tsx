import { PencilLine } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useTraceConnection } from '../playback/use-projection.ts'
import { useComposerDraft } from './composer-context.ts'

const OpenComposer = lazy(() => import('./open-composer.tsx').then((module) => ({ default: module.OpenComposer })))

/** Opens the frame composer; nothing while it is open. */
export function ComposerButton() {
  const { t } = usePhrases()
  const shown = useComposerDraft((draft) => draft.shown)
  const change = useComposerDraft((draft) => draft.change)
  const { connection } = useTraceConnection()
  if (shown) return null
  return (
    <button
      type="button"
      className="button clients-region-add"
      disabled={connection !== 'live'}
      onClick={() => change({ shown: true })}
    >
      <PencilLine size={16} aria-hidden />
      {t('composer.title')}
    </button>
  )
}

/** A place among the client cards where frames are written by hand; nothing while it is folded. */
export function ComposerCard() {
  const shown = useComposerDraft((draft) => draft.shown)
  return (
    shown && (
      <Suspense fallback={null}>
        <OpenComposer />
      </Suspense>
    )
  )
}
