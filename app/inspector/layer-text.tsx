import { Fragment } from 'react'
import type { TextLayer } from '../projection/layers/layer.ts'
import { SpanElement } from './span-element.tsx'
import { useSpanFocus } from './span-focus.ts'
import { type SpanNode, spanTree } from './span-tree.ts'
import { VisibleText } from './visible-text.tsx'

/** The text of a layer, its parts in it; what belongs to the part that is looked at is lit. */
export function LayerText({ layer }: { readonly layer: TextLayer }) {
  return (
    <pre className="layer-text">
      <Nodes layer={layer} nodes={spanTree(layer.spans)} start={0} end={layer.text.length} />
    </pre>
  )
}

interface NodesProps {
  readonly layer: TextLayer
  readonly nodes: readonly SpanNode[]
  readonly start: number
  readonly end: number
}

function Nodes({ layer, nodes, start, end }: NodesProps) {
  const { lit } = useSpanFocus()
  const gaps = nodes.map((_, index) => nodes[index - 1]?.span.end ?? start)
  return (
    <>
      {nodes.map(({ span, inside }, index) => {
        const whole = isLit(layer, span.start, span.end, lit)
        return (
          <Fragment key={span.id}>
            <Runs layer={layer} start={gaps[index] ?? start} end={span.start} />
            <SpanElement span={span} lit={whole}>
              {whole || inside.length === 0 ? (
                <Runs layer={layer} start={span.start} end={span.end} plain={whole} />
              ) : (
                <Nodes layer={layer} nodes={inside} start={span.start} end={span.end} />
              )}
            </SpanElement>
          </Fragment>
        )
      })}
      <Runs layer={layer} start={nodes.at(-1)?.span.end ?? start} end={end} />
    </>
  )
}

const isLit = ({ wire }: TextLayer, start: number, end: number, lit: ReadonlySet<number>): boolean =>
  lit.size > 0 && end > start && wire.slice(start, end).every((octets) => octets.some((octet) => lit.has(octet)))

interface RunsProps {
  readonly layer: TextLayer
  readonly start: number
  readonly end: number
  /** What is around is lit already. */
  readonly plain?: boolean
}

function Runs({ layer, start, end, plain = false }: RunsProps) {
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
