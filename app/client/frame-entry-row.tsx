import { ChevronRight } from 'lucide-react'
import { memo, type ReactNode, useId, useMemo, useState } from 'react'
import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { useChosen } from '../playback/use-chosen.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { useFound } from '../playback/use-search.ts'
import { clientHue } from '../styles/client-hue.ts'
import { type FrameRow, frameSummary } from './frame-row.ts'
import { WireText } from './wire-text.tsx'

interface FrameEntryRowProps {
  readonly tag: ClientTag
  readonly row: FrameRow
  /** Among all rows that there ever were, from 1. */
  readonly position: number
  /** Its fact in the trace; null: not known there, or not yet. */
  readonly seq: number | null
  /** Whether the row says whose it is. */
  readonly named: boolean
}

/** One frame. Where the trace knows it, a click chooses it there; the arrow opens its octets here. */
export const FrameEntryRow = memo(function FrameEntryRow({ tag, row, position, seq, named }: FrameEntryRowProps) {
  const { t, number } = usePhrases()
  const [open, setOpen] = useState(false)
  const summary = useMemo(() => frameSummary(row.text), [row])
  const raw = useId()
  const title = useId()
  const chosen = useChosen(seq)
  const ahead = usePlayback((state) => seq !== null && seq >= state.cursor)
  const found = useFound(seq)
  const toServer = row.direction === 'to-server'
  const content = (
    <>
      {named && <span className="client-letter">{tag}</span>}
      <span
        className="frame-entry-arrow"
        role="img"
        aria-label={t(toServer ? 'clients.to-server' : 'clients.to-client')}
      >
        {toServer ? '↑' : '↓'}
      </span>
      <span className="frame-entry-command">{row.command}</span>
      <span className="frame-entry-summary" title={summary}>
        {summary}
      </span>
      <span className="frame-entry-time">{number(row.at / 1000, 'tenths')}</span>
    </>
  )
  return (
    <li
      className="frame-entry"
      aria-posinset={position}
      aria-setsize={-1}
      data-ahead={ahead}
      data-chosen={chosen}
      data-found={found || undefined}
      data-error={row.command === 'ERROR'}
      data-hue={clientHue(tag)}
    >
      {seq === null ? (
        <div id={title} className="frame-entry-row">
          {content}
        </div>
      ) : (
        <SelectLink id={title} seq={seq} chosen={chosen}>
          {content}
        </SelectLink>
      )}
      <button
        type="button"
        className="frame-entry-open"
        aria-label={t('clients.show-octets')}
        aria-describedby={title}
        aria-expanded={open}
        aria-controls={raw}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden />
      </button>
      <div id={raw} hidden={!open} className="frame-entry-raw">
        {open && (
          <>
            <pre>
              <WireText text={row.text} />
            </pre>
            <p>{t('clients.octets', { octets: number(row.octets) })}</p>
          </>
        )}
      </div>
    </li>
  )
})

interface SelectLinkProps {
  readonly id: string
  readonly seq: number
  readonly chosen: boolean
  readonly children: ReactNode
}

/** The place of a frame in the trace is an address: a click chooses it here, a new tab opens the page there. */
function SelectLink({ id, seq, chosen, children }: SelectLinkProps) {
  const { playback } = usePage()
  const select = () => playback.getState().select(seq)
  return (
    <a
      id={id}
      className="frame-entry-row"
      href={`?select=${seq}`}
      data-seq={seq}
      aria-current={chosen}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        select()
      }}
      onKeyDown={(event) => {
        if (event.key !== ' ') return
        event.preventDefault()
        select()
      }}
    >
      {children}
    </a>
  )
}
