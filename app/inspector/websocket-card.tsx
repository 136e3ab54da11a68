import { usePhrases } from '../language/use-phrases.ts'
import type { LayerSpan, OctetLayer } from '../projection/layers/layer.ts'
import { SpanElement } from './span-element.tsx'
import { useSpanFocus } from './span-focus.ts'
import { useSpanPhrases } from './use-span-phrases.ts'

/** The head of each frame by its bits (RFC 6455 §5.2), and how much it carries. */
export function WebSocketFrames({ layer }: { readonly layer: OctetLayer }) {
  const { t } = usePhrases()
  const frames = [...new Set(layer.spans.map(({ params }) => params.frame))]
  return frames.map((frame) => (
    <div key={frame} className="websocket-frame">
      {frames.length > 1 && (
        <p className="layer-remark">{t('inspector.frame-of', { frame: frame ?? 1, of: frames.length })}</p>
      )}
      <div className="bit-cells">
        {layer.spans
          .filter((span) => span.params.frame === frame)
          .map((span) => (
            <BitCell key={span.id} span={span} />
          ))}
      </div>
    </div>
  ))
}

function BitCell({ span }: { readonly span: LayerSpan }) {
  const { lookedAt, lit } = useSpanFocus()
  const { shortLabelOf } = useSpanPhrases()
  // The bits of one octet share it: they are lit by themselves only, or with all that lies around them.
  const within = lookedAt !== null && lookedAt.span?.layer !== 'websocket' && covers(lit, span.wire)
  const [first = -1] = lookedAt?.wire ?? []
  return (
    <SpanElement span={span} lit={lookedAt?.id === span.id || within} className="bit-cell">
      <span className="bit-value" data-holds={(first >= span.start && first < span.end) || undefined}>
        {bitsOf(span)}
      </span>
      <span className="bit-name">{shortLabelOf(span)}</span>
    </SpanElement>
  )
}

const covers = (all: ReadonlySet<number>, some: readonly number[]): boolean =>
  some.length > 0 && some.every((octet) => all.has(octet))

/** Widths in bits of what is shown in binary. */
const WIDTHS: Partial<Record<LayerSpan['part'], number>> = { 'websocket.opcode': 4, 'websocket.length': 7 }

const bitsOf = ({ part, value }: LayerSpan): string => {
  const width = WIDTHS[part]
  return width === undefined ? value : Number(value).toString(2).padStart(width, '0')
}
