import type { ClientTag } from '#trace'
import { StillFigure } from '../diagram/still-figure.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { PrintedChapter } from '../notes/printed-chapter.tsx'
import { useCaption, useRoute } from '../playback/use-projection.ts'
import { RouteList } from '../twin/route-list.tsx'
import './print-sheet.css'

/** What is printed in place of the page: the chapter, the picture as it stands, and the same in words. */
export function PrintSheet({ ownClients }: { readonly ownClients: readonly ClientTag[] }) {
  const { t, sentence } = usePhrases()
  const caption = useCaption()
  const { message } = useRoute()
  return (
    <div className="print-sheet">
      <PrintedChapter />
      <figure inert>
        <StillFigure ownClients={ownClients} />
        <figcaption>{sentence(caption)}</figcaption>
      </figure>
      <h2>{message === null ? t('playback.route') : t('playback.route-of', { message })}</h2>
      <RouteList />
    </div>
  )
}
