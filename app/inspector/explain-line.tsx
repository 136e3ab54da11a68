import { usePhrases } from '../language/use-phrases.ts'
import { inflationWith } from '../projection/layers/inflation.ts'
import type { MessageLayers } from '../projection/layers/message-layers.ts'
import { SPAN_PARTS, type SpanSource } from '../projection/layers/span-part.ts'
import { escapedControls } from './escaped-controls.ts'
import { maskingOf } from './masking.ts'
import { type LookedAt, useSpanFocus } from './span-focus.ts'
import { useSpanPhrases } from './use-span-phrases.ts'

const ADDRESSES: Readonly<Record<SpanSource['document'], (section: string) => string>> = {
  'RFC 9293': (section) => `https://www.rfc-editor.org/rfc/rfc9293#section-${section}`,
  'RFC 6455': (section) => `https://www.rfc-editor.org/rfc/rfc6455#section-${section}`,
  'RFC 7692': (section) => `https://www.rfc-editor.org/rfc/rfc7692#section-${section}`,
  'RFC 9112': (section) => `https://www.rfc-editor.org/rfc/rfc9112#section-${section}`,
  'SockJS 0.3.3': () => 'https://sockjs.github.io/sockjs-protocol/sockjs-protocol-0.3.3.html',
  'STOMP 1.2': (section) => `https://stomp.github.io/stomp-specification-1.2.html#${section.replaceAll(' ', '_')}`,
  Spring: () => 'https://docs.spring.io/spring-framework/reference/web/websocket/stomp.html',
}

interface ExplainLineProps {
  readonly layers: MessageLayers
  /** Somebody chose the message. */
  readonly isChosen: boolean
}

/** What the part that is looked at is, how it travels, and where that is laid down. */
export function ExplainLine({ layers, isChosen }: ExplainLineProps) {
  const { t } = usePhrases()
  const { lookedAt } = useSpanFocus()
  return (
    <div className="explain-line" role="status" aria-label={t('inspector.explanation')}>
      {lookedAt !== null ? (
        <Explanation layers={layers} at={lookedAt} />
      ) : (
        <>
          {!isChosen && t('inspector.not-chosen')} {t('inspector.look-at-something')}
        </>
      )}
    </div>
  )
}

function Explanation({ layers, at }: { readonly layers: MessageLayers; readonly at: LookedAt }) {
  const { t } = usePhrases()
  const { labelOf, meaningOf } = useSpanPhrases()
  const [first] = at.wire
  const masking = first === undefined || layers.websocket === null ? null : maskingOf(layers.websocket, first)
  const source = at.span === null ? null : SPAN_PARTS[at.span.part]
  return (
    <>
      {at.span !== null ? (
        <>
          <strong>{labelOf(at.span)}</strong> {meaningOf(at.span)}{' '}
        </>
      ) : (
        first !== undefined && <OctetOnly layers={layers} octet={first} />
      )}
      {first !== undefined && <WhereOctetsAre layers={layers} at={at} />}
      {masking !== null && (
        <code>
          {t('inspector.masked', {
            wire: `0x${masking.wire}`,
            key: `0x${masking.key}`,
            octet: `0x${masking.octet}`,
            character: escapedControls(masking.character),
          })}
        </code>
      )}{' '}
      {source !== null && (
        <a href={ADDRESSES[source.document](source.section)} target="_blank" rel="noreferrer">
          {source.document === 'Spring' ? source.document : `${source.document} § ${source.section}`}
        </a>
      )}
    </>
  )
}

function OctetOnly({ layers, octet }: { readonly layers: MessageLayers; readonly octet: number }) {
  const { t } = usePhrases()
  const inflation = inflationWith(layers.inflations, octet)
  const [octets, place] = inflation === null ? [layers.tcp?.octets, octet] : [inflation.octets, octet - inflation.first]
  const hex = (octets?.[place] ?? 0).toString(16).padStart(2, '0')
  return <strong>{t(inflation === null ? 'inspector.octet' : 'inspector.inflated-octet', { place, hex })} </strong>
}

/** On the wire; or in an inflated message, of which the whole lies on the wire at once. */
function WhereOctetsAre({ layers, at }: { readonly layers: MessageLayers; readonly at: LookedAt }) {
  const { t } = usePhrases()
  const inflation = inflationWith(layers.inflations, at.wire[0] ?? -1)
  if (inflation !== null) {
    const octets = rangeOf(at.wire.map((octet) => octet - inflation.first))
    return <>{t('inspector.in-the-inflated', { octets, wire: rangeOf(inflation.compressed) })} </>
  }
  return at.span !== null && <>{t('inspector.on-the-wire', { octets: rangeOf(at.wire) })} </>
}

/** `6–15, 20`. */
const rangeOf = (octets: readonly number[]): string => {
  const runs: [from: number, to: number][] = []
  for (const octet of octets) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === octet - 1) last[1] = octet
    else runs.push([octet, octet])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
