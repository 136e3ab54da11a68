import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { useElementSize } from '../styles/use-element-size.ts'
import { FrameEntryRow } from './frame-entry-row.tsx'
import type { FrameRow } from './frame-row.ts'
import { useLivePage } from './live-page-context.tsx'
import { useTraceVersion } from './use-lab-now.ts'
import { useStickToEnd } from './use-stick-to-end.ts'
import './frames-log.css'

export interface FrameEntry {
  readonly tag: ClientTag
  readonly row: FrameRow
}

interface FramesLogProps {
  readonly labelledBy: string
  readonly entries: readonly FrameEntry[]
  /** Rows that are no longer kept. */
  readonly dropped: number
  /** Whether each row says whose it is. */
  readonly named?: boolean
}

/** No row is lower, in pixels. */
const LEAST_ROW = 22

/** Newest rows out of sight that are there while the end is read, so that there is something to scroll to. */
const ROWS_ABOVE = 4

/**
 * Newest at the bottom. It stays there until somebody scrolls away; then all rows are there, and what is new is counted.
 * Until then only those that are seen are: a hundred messages a second must not lay out everything that is kept.
 */
export function FramesLog({ labelledBy, entries, dropped, named = false }: FramesLogProps) {
  const { t } = usePhrases()
  const { box, atEnd, unseen, onScroll, toEnd } = useStickToEnd(entries.length + dropped)
  const size = useElementSize(box)
  const { pairing } = useLivePage()
  // The trace knows a row a little later than the client does.
  useTraceVersion()
  const shown = atEnd ? entries.slice(-(Math.ceil((size?.height ?? 0) / LEAST_ROW) + ROWS_ABOVE)) : entries
  const above = dropped + entries.length - shown.length
  return (
    <div className="frames-log">
      {/* The caption speaks for the page; a log that spoke too would drown it. */}
      <div
        ref={box}
        className="frames-log-rows"
        role="log"
        aria-live="off"
        aria-labelledby={labelledBy}
        onScroll={onScroll}
      >
        {entries.length === 0 && <p className="frames-log-empty">{t('clients.no-frames')}</p>}
        {dropped > 0 && !atEnd && <p className="frames-log-empty">{t('clients.dropped', { rows: dropped })}</p>}
        <ul>
          {shown.map(({ tag, row }, index) => (
            <FrameEntryRow
              key={`${tag} ${row.number}`}
              tag={tag}
              row={row}
              position={above + index + 1}
              seq={pairing.seqOf(row)}
              named={named}
            />
          ))}
        </ul>
      </div>
      {unseen > 0 && (
        <button type="button" className="button button-small frames-log-new" onClick={toEnd}>
          {t('clients.new-below', { rows: unseen })}
        </button>
      )}
    </div>
  )
}
