import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, memo, useEffect, useMemo, useRef, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { useChosen } from '../playback/use-chosen.ts'
import { useFilter } from '../playback/use-filter.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { useFound } from '../playback/use-search.ts'
import { clientName } from '../projection/client-name.ts'
import { type BusySpan, busySpans, rowsBefore } from '../projection/sequence/busy-span.ts'
import { type BracketPart, bracketPart, messageBracket } from '../projection/sequence/message-bracket.ts'
import { participantName } from '../projection/sequence/participant-name.ts'
import type { SequenceDetail, SequenceParticipant } from '../projection/sequence/sequence-participant.ts'
import type { SequenceRow } from '../projection/sequence/sequence-row.ts'
import { BreakableName } from '../styles/breakable-name.tsx'
import { clientHue } from '../styles/client-hue.ts'
import { SequenceArrow } from './sequence-arrow.tsx'
import './sequence-view.css'
import { useRowFocus } from './use-row-focus.ts'
import { type ShownSequence, useSequence } from './use-sequence.ts'

/** Pixels of a row at the page's usual type. */
const ROW_HEIGHT = 30

const DETAILS: readonly SequenceDetail[] = ['wire', 'spring']

/** Who sends what to whom, time downwards (ux.md c.4). Rows after the cursor are still to come. */
export function SequenceView() {
  const { t } = usePhrases()
  const [detail, setDetail] = useState<SequenceDetail>('wire')
  const sequence = useSequence(detail)
  const { participants, rows } = sequence
  const filtered = usePlayback((state) => state.filter !== '')
  return (
    <div className="sequence" style={{ '--columns': participants.length } as CSSProperties}>
      <div className="sequence-tools" role="radiogroup" aria-label={t('sequence.participants')}>
        {DETAILS.map((choice) => (
          <label key={choice} className="segment">
            <input type="radio" name="sequence-detail" checked={detail === choice} onChange={() => setDetail(choice)} />
            {t(`sequence.${choice}`)}
          </label>
        ))}
      </div>
      {rows.length === 0 ? (
        <div className="sequence-empty">{filtered ? <AllHidden /> : t('sequence.empty')}</div>
      ) : (
        <SequenceTable sequence={sequence} />
      )}
    </div>
  )
}

/** Nothing is gone: what the filter hides is counted, and comes back with one press. */
function AllHidden() {
  const { t, number } = usePhrases()
  const { shown, total } = useFilter()
  const setFilter = usePlayback((state) => state.setFilter)
  return (
    <>
      {t('sequence.all-hidden', { shown: number(shown), total: number(total) })}{' '}
      <button type="button" className="button button-small" onClick={() => setFilter('')}>
        {t('sequence.show-all')}
      </button>
    </>
  )
}

function SequenceTable({ sequence }: { readonly sequence: ShownSequence }) {
  const { participants, rows, bars } = sequence
  const { t } = usePhrases()
  const page = usePage()
  const cursor = usePlayback((state) => state.cursor)
  const selection = usePlayback((state) => state.selection)
  const message = usePlayback((state) =>
    page.projections.indexes.messages.numberOf(state.selection ?? state.cursor - 1),
  )
  const scroller = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLTableSectionElement>(null)
  const here = rowsBefore(rows, cursor) - 1
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialOffset: Math.max(0, here - 6) * ROW_HEIGHT,
    // The rows begin below the head, which stays in sight.
    scrollPaddingEnd: head.current?.offsetHeight ?? 0,
  })
  useEffect(() => {
    if (here >= 0) virtualizer.scrollToIndex(here, { align: 'auto' })
  }, [here, virtualizer])
  const columns = useMemo(() => new Map(participants.map((participant, index) => [participant, index])), [participants])
  // The rows grow in place; the sequence is a new object whenever they have.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const spans = useMemo(() => busySpans(rows, bars), [sequence])
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const bracket = useMemo(
    () => messageBracket(rows, page.projections.indexes.messages, message),
    [sequence, page, message],
  )
  const selected = selection === null ? here : rowsBefore(rows, selection)
  const tabStop = rows[selected]?.seq === selection ? selected : Math.max(0, here)
  const items = virtualizer.getVirtualItems()
  const moveFocus = useRowFocus(scroller, rows.length, (index) => virtualizer.scrollToIndex(index))
  const busy = spans.filter(({ first, last }) => first <= (items.at(-1)?.index ?? -1) && last >= (items[0]?.index ?? 0))
  return (
    <div ref={scroller} className="sequence-scroller">
      <table
        className="sequence-table"
        aria-label={t('sequence.sequence')}
        aria-rowcount={rows.length + 1}
        onKeyDown={moveFocus}
      >
        <thead ref={head}>
          <tr aria-rowindex={1}>
            <th scope="col" className="sequence-time">
              {t('sequence.time')}
            </th>
            {participants.map((participant) => (
              <th key={participant} scope="col" className="sequence-participant">
                <ParticipantName participant={participant} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <Row
                key={`${row.seq} ${row.to}`}
                row={row}
                index={index}
                from={columns.get(row.from) ?? 0}
                to={columns.get(row.to) ?? 0}
                columns={participants.length}
                busy={busyColumns(busy, index, columns)}
                state={index === here ? 'here' : row.seq < cursor ? 'done' : 'not-yet'}
                bracket={bracket === null ? null : bracketPart(bracket, index, row)}
                message={bracket?.first === index ? message : null}
                tabStop={index === tabStop}
              />
            )
          })}
          <Spacer height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows that are out of sight. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 && <tr aria-hidden style={{ blockSize: height }} />
}

/** Which columns are busy beside a row, as text so that a row knows when nothing changed. */
function busyColumns(
  spans: readonly BusySpan[],
  row: number,
  columns: ReadonlyMap<SequenceParticipant, number>,
): string {
  const beside = spans.filter(({ first, last }) => first <= row && row <= last)
  return [...new Set(beside.flatMap(({ participant }) => columns.get(participant) ?? []))].join(' ')
}

function ParticipantName({ participant }: { readonly participant: SequenceParticipant }) {
  const { t } = usePhrases()
  if (participant === 'server' || participant === 'endpoint') return t(`sequence.${participant}`)
  if (!participant.startsWith('client:')) return <BreakableName name={participant} />
  const tag = participant.slice('client:'.length)
  return (
    <span data-hue={clientHue(tag)}>
      <span className="client-letter">{tag.slice(0, 2)}</span> {clientName(tag)}
    </span>
  )
}

interface RowProps {
  readonly row: SequenceRow
  readonly index: number
  readonly from: number
  readonly to: number
  readonly columns: number
  /** Columns, with spaces between. */
  readonly busy: string
  readonly state: 'done' | 'here' | 'not-yet'
  /** Its part in the bracket round cause and effects of what is chosen; null: outside. */
  readonly bracket: BracketPart | null
  /** Whose bracket begins here; null: none does. */
  readonly message: number | null
  readonly tabStop: boolean
}

const Row = memo(function Row(props: RowProps) {
  const { row, index, from, to, columns, busy, state, bracket, message, tabStop } = props
  const { t, number } = usePhrases()
  const showStepOf = usePlayback((playback) => playback.showStepOf)
  const found = useFound(row.seq)
  const selected = useChosen(row.seq)
  const name = (participant: SequenceParticipant): string => participantName(participant, t)
  const choose = () => showStepOf(row.seq)
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={state === 'here' ? 'step' : undefined}
      className="sequence-row"
      data-seq={row.seq}
      data-index={index}
      data-state={state}
      data-bracket={bracket ?? undefined}
      data-selected={selected || undefined}
      data-found={found || undefined}
      data-hue={clientHue(row.owner)}
      data-shape={row.shape}
      tabIndex={tabStop ? 0 : -1}
      style={{ blockSize: ROW_HEIGHT }}
      onClick={choose}
      onKeyDown={(keyDown) => {
        if (keyDown.key !== 'Enter' && keyDown.key !== ' ') return
        keyDown.preventDefault()
        choose()
      }}
    >
      <td className="sequence-time" title={message === null ? undefined : t('sequence.cause', { message })}>
        {number(row.at / 1000, 'thousandths')}
      </td>
      <td colSpan={columns} className="sequence-words">
        <SequenceArrow from={from} to={to} columns={columns} busy={busy} latency={row.latency} />
        <span className="sequence-ends">
          {name(row.from)} → {name(row.to)}:{' '}
        </span>
        <span className="sequence-label" style={labelPlace(from, to, columns)}>
          <strong>{row.label}</strong> {row.detail}
          {row.latency >= 1 && (
            <span className="sequence-latency">
              {' '}
              {t('sequence.took', { milliseconds: number(row.latency, 'up-to-tenths') })}
            </span>
          )}
        </span>
      </td>
    </tr>
  )
})

/** Over the middle of its arrow. */
const labelPlace = (from: number, to: number, columns: number): CSSProperties =>
  ({ '--middle': (from + to + 1) / 2 / columns }) as CSSProperties
