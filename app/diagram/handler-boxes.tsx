import { Ban } from 'lucide-react'
import type { ReactNode } from 'react'
import type { HandlerStation } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { clientHue } from '../styles/client-hue.ts'
import { useDiagramView } from './diagram-view.ts'
import { mappingRows } from './mapping-rows.ts'
import { StationBox } from './station-box.tsx'
import { type SubscriptionRow, subscriptionRows } from './subscription-rows.ts'

interface HandlerBoxProps {
  readonly station: HandlerStation
  /** What it does, while nothing was refused. */
  readonly idle: string
  readonly children?: ReactNode
}

/** A handler of a channel. What it refused is said inside of it, with the reason (trace.md rule 3). */
function HandlerBox({ station, idle, children }: HandlerBoxProps) {
  const { refusals } = useDiagramView()
  const { t, plainSentence } = usePhrases()
  const refusal = refusals.get(station)
  const title = t(`diagram.title-${station}`)
  const line = refusal === undefined ? idle : plainSentence(refusal)
  return (
    <StationBox place={station} station={station} look="box" name={[station, title, line].filter(Boolean).join(', ')}>
      <span className="handler-head">
        <span className="diagram-title">{title}</span>
        {refusal !== undefined && <Ban size={20} strokeWidth={1.5} aria-hidden />}
      </span>
      {line !== '' && <span className="diagram-small handler-line">{line}</span>}
      {children}
    </StationBox>
  )
}

export function MappingBox() {
  const { lab, refusals, destinations, geometry } = useDiagramView()
  const { t } = usePhrases()
  const ran = lab.invoked !== null && lab.invoked.message === lab.message ? lab.invoked : null
  const refused = refusals.has('simpAnnotationMethodMessageHandler')
  const room = geometry.layout.name === 'wide' ? 3 : 4
  const prefixes = lab.config?.applicationDestinationPrefixes ?? []
  const { rows, more } = mappingRows(destinations, prefixes, ran, refused ? room - 1 : room)
  return (
    <HandlerBox station="simpAnnotationMethodMessageHandler" idle={rows.length === 0 ? t('diagram.mapping-idle') : ''}>
      {rows.map(({ mapping, method }, index) => (
        <span key={mapping} className="mapping-row diagram-code" data-ran={method !== null || undefined}>
          <span className="mapping-path">{mapping}</span>
          {method !== null && <span>{method}()</span>}
          {method === null && index === rows.length - 1 && more > 0 && (
            <span className="diagram-small">{t('diagram.more', { count: more })}</span>
          )}
        </span>
      ))}
    </HandlerBox>
  )
}

export function UserDestinationBox() {
  const { lab } = useDiagramView()
  const { t } = usePhrases()
  const prefix = lab.config?.userDestinationPrefix ?? '/user/'
  return <HandlerBox station="userDestinationMessageHandler" idle={t('diagram.user-idle', { prefix })} />
}

export function SimpleBrokerBox() {
  const { lab, geometry } = useDiagramView()
  const { t } = usePhrases()
  const prefixes = lab.config?.simpleBroker.destinationPrefixes ?? []
  const idle =
    prefixes.length > 0 ? t('diagram.broker-idle', { prefixes: prefixes.join(', ') }) : t('diagram.broker-takes-all')
  const rows = subscriptionRows(lab.subscriptions)
  const room = geometry.layout.name === 'wide' ? 3 : 5
  const visible = rows.slice(-room)
  return (
    <HandlerBox station="simpleBrokerMessageHandler" idle={idle}>
      <span className="broker-table" data-empty={rows.length === 0 || undefined}>
        {rows.length === 0 && <span className="diagram-small">{t('diagram.broker-empty')}</span>}
        {visible.map((row) => (
          <BrokerRow key={row.destination} row={row} detailed={visible.length === 1} />
        ))}
      </span>
    </HandlerBox>
  )
}

const LETTERS_OF_A_ROW = 3

/** Alone it has room for the subscriptions' ids; among others only for the letters. */
function BrokerRow({ row, detailed }: { readonly row: SubscriptionRow; readonly detailed: boolean }) {
  const { t } = usePhrases()
  const visible = row.subscribers.slice(0, detailed ? 2 : LETTERS_OF_A_ROW)
  const more = row.subscribers.length - visible.length
  return (
    <span className="broker-row" data-detailed={detailed || undefined}>
      <span className="diagram-code broker-destination">{row.destination}</span>
      <span className="broker-subscribers">
        {visible.map(({ client, session, subscription }) => (
          <span key={`${session} ${subscription}`} className="broker-subscriber" data-hue={clientHue(client)}>
            <span className="client-letter">{client?.slice(0, 2) ?? '?'}</span>
            {detailed && <span className="diagram-code">{subscription}</span>}
          </span>
        ))}
        {more > 0 && <span className="diagram-small">{t('diagram.more', { count: more })}</span>}
      </span>
    </span>
  )
}
