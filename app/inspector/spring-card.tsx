import { usePhrases } from '../language/use-phrases.ts'
import { changedStretch } from '../projection/layers/changed-stretch.ts'
import type { SpringLayer, SpringRow } from '../projection/layers/spring-layer.ts'
import { SpanElement } from './span-element.tsx'
import { type LookedAt, useSpanFocus } from './span-focus.ts'
import { VisibleText } from './visible-text.tsx'

/** The Spring Message as its headers and payload, with what this hop changed. */
export function SpringRows({ layer }: { readonly layer: SpringLayer }) {
  const { t } = usePhrases()
  const native = layer.rows.filter(({ kind }) => kind === 'native-header')
  const own = layer.rows.filter(({ kind }) => kind === 'header')
  const payload = layer.rows.filter(({ kind }) => kind === 'payload')
  return (
    <table className="spring-rows">
      <tbody>
        <Rows rows={own} />
        {native.length > 0 && (
          <tr>
            <th scope="rowgroup" colSpan={2} className="spring-group">
              {t('inspector.native-headers')}
            </th>
          </tr>
        )}
        <Rows rows={native} />
        <Rows rows={payload} />
      </tbody>
    </table>
  )
}

function Rows({ rows }: { readonly rows: readonly SpringRow[] }) {
  const { t } = usePhrases()
  const { lit, lookedAt } = useSpanFocus()
  return rows.map((row) => (
    <tr key={row.span.id} data-change={row.change ?? undefined}>
      <th scope="row">{row.name}</th>
      <td>
        <SpanElement span={row.span} lit={isLit(row, lit, lookedAt)}>
          {row.before !== null && row.change === 'changed' ? (
            <Changed as="ins" before={row.before} after={row.value} />
          ) : (
            <VisibleText text={row.value} />
          )}
        </SpanElement>
        {row.change !== null && (
          <span className="spring-change">
            {t(`inspector.change-${row.change}`)}
            {row.before !== null && row.change === 'changed' && (
              <span className="spring-before">
                <Changed as="del" before={row.before} after={row.value} />
              </span>
            )}
          </span>
        )}
      </td>
    </tr>
  ))
}

interface ChangedProps {
  /** Which of the two is shown: what came, or what went. */
  readonly as: 'ins' | 'del'
  readonly before: string
  readonly after: string
}

/** A value with the stretch in it that this hop rewrote. */
function Changed({ as: Mark, before, after }: ChangedProps) {
  const stretch = changedStretch(before, after)
  return (
    <>
      <VisibleText text={stretch.prefix} />
      <Mark>
        <VisibleText text={Mark === 'ins' ? stretch.after : stretch.before} />
      </Mark>
      <VisibleText text={stretch.suffix} />
    </>
  )
}

const isLit = ({ span }: SpringRow, lit: ReadonlySet<number>, lookedAt: LookedAt | null): boolean => {
  if (lookedAt === null || lookedAt.id === span.id) return lookedAt !== null
  if (lookedAt.wire.length === 0 || span.wire.length === 0) return false
  return span.wire.every((octet) => lit.has(octet)) || lookedAt.wire.every((octet) => span.wire.includes(octet))
}
