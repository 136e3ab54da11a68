import { Fragment, useMemo, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { TextLayer } from '../projection/layers/layer.ts'
import { SpanElement } from './span-element.tsx'
import { useSpanFocus } from './span-focus.ts'
import { type SpanNode, spanTree } from './span-tree.ts'
import { VisibleText } from './visible-text.tsx'

/** Characters that are shown before somebody asks for more, and how many more come each time. */
const SHOWN = 2_000
const MORE = 4_000

/** The text of a layer, its parts in it; what belongs to the part that is looked at is lit. */
export function LayerText({ layer }: { readonly layer: TextLayer }) {
  const { t, number } = usePhrases()
  const [asked, setAsked] = useState(SHOWN)
  const nodes = useMemo(() => spanTree(layer.spans), [layer])
  const shown = Math.min(layer.text.length, asked)
  return (
    <>
      <pre className="layer-text">
        <Nodes layer={layer} nodes={nodes} start={0} end={shown} />
      </pre>
      {shown < layer.text.length && (
        <button type="button" className="button button-plain button-small" onClick={() => setAsked(shown + MORE)}>
          {t('inspector.more-characters', { characters: number(layer.text.length - shown) })}
        </button>
      )}
    </>
  )
}

interface NodesProps {
  readonly layer: TextLayer
  readonly nodes: readonly SpanNode[]
  readonly start: number
  /** Nothing from here on is shown. */
  readonly end: number
  /** What is around is lit already. */
  readonly plain?: boolean
}

function Nodes({ layer, nodes, start, end, plain = false }: NodesProps) {
  const { lit } = useSpanFocus()
  const shown = nodes.filter(({ span }) => span.start < end)
  return (
    <>
      {shown.map(({ span, inside }, index) => {
        const whole = isLit(layer, span.start, span.end, lit)
        const spanEnd = Math.min(span.end, end)
        return (
          <Fragment key={span.id}>
            <Runs layer={layer} start={shown[index - 1]?.span.end ?? start} end={span.start} plain={plain} />
            <SpanElement span={span} lit={whole && !plain} hasParts={inside.length > 0}>
              <Nodes layer={layer} nodes={inside} start={span.start} end={spanEnd} plain={plain || whole} />
            </SpanElement>
          </Fragment>
        )
      })}
      <Runs layer={layer} start={shown.at(-1)?.span.end ?? start} end={end} plain={plain} />
    </>
  )
}

const isLit = ({ wire }: TextLayer, start: number, end: number, lit: ReadonlySet<number>): boolean =>
  lit.size > 0 && end > start && wire.slice(start, end).every((octets) => octets.some((octet) => lit.has(octet)))

interface RunsProps {
  readonly layer: TextLayer
  readonly start: number
  readonly end: number
  readonly plain: boolean
}

function Runs({ layer, start, end, plain }: RunsProps) {
  const { lit } = useSpanFocus()
  if (end <= start) return null
  const text = layer.text.slice(start, end)
  if (plain || lit.size === 0) return <VisibleText text={text} />
  return runsOf(layer, start, end, lit).map((run) => {
    const written = <VisibleText text={layer.text.slice(run.start, run.end)} />
    if (!run.lit) return <Fragment key={run.start}>{written}</Fragment>
    return (
      <span key={run.start} className="layer-lit" data-lit>
        {written}
      </span>
    )
  })
}

interface LitRun {
  readonly start: number
  readonly end: number
  readonly lit: boolean
}

function runsOf(layer: TextLayer, start: number, end: number, lit: ReadonlySet<number>): readonly LitRun[] {
  const runs: LitRun[] = []
  for (let unit = start; unit < end; unit++) {
    const shines = layer.wire[unit]?.some((octet) => lit.has(octet)) ?? false
    const last = runs.at(-1)
    if (last !== undefined && last.lit === shines) runs[runs.length - 1] = { ...last, end: unit + 1 }
    else runs.push({ start: unit, end: unit + 1, lit: shines })
  }
  return runs
}
