import type { ClientTag } from '#trace'
import { HeartDial } from '../heart/heart-dial.tsx'
import { heartWords } from '../heart/heart-words.ts'
import { useHeart } from '../heart/use-heart.ts'
import type { Phrasebook } from '../language/phrasebook.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import type { ClientState } from '../projection/lab-state.ts'
import { transportOfSegment } from '../projection/sockjs-transport.ts'
import { clientHue } from '../styles/client-hue.ts'
import { useConnectionWords } from './connection-labels.tsx'
import { useDiagramView } from './diagram-view.ts'
import { StationBox } from './station-box.tsx'

/** One client at the cursor: who, over what, subscribed to what, and whether its heart beats. */
export function ClientBox({ tag }: { readonly tag: ClientTag }) {
  const { lab } = useDiagramView()
  const phrases = usePhrases()
  const client = lab.clients.find((candidate) => candidate.tag === tag) ?? null
  const destinations = lab.subscriptions.filter((held) => held.client === tag).map(({ destination }) => destination)
  const status = statusText(client, phrases)
  const transport = transportText(client?.transport ?? null, phrases)
  const connection = useConnectionWords(tag)
  const heart = useHeart(tag)
  const words = heart === null ? '' : phrases.t('hearts.words', { words: heartWords(heart.view, phrases) })
  const connected = client?.status === 'connected'
  const [first, ...others] = destinations
  const nothing = connected ? phrases.t('diagram.no-subscription') : ''
  return (
    <StationBox
      place={`client:${tag}`}
      station="client"
      look="box"
      hue={clientHue(tag)}
      name={[`client ${tag} ${clientName(tag)}`, status, transport, ...destinations, connection, words]
        .filter(Boolean)
        .join(', ')}
    >
      <span className="client-box-head">
        <span className="client-letter">{tag.slice(0, 2)}</span>
        <span className="diagram-title">{clientName(tag)}</span>
        {heart !== null && (
          <span className="client-heart" title={words}>
            <HeartDial view={heart.view} />
          </span>
        )}
      </span>
      <span className="diagram-small">{connected ? (connection === '' ? transport : sockJsName(client)) : status}</span>
      <span className="client-box-destinations">
        <span className={first === undefined ? 'diagram-small' : 'diagram-code'}>{first ?? nothing}</span>
        {others.length > 0 && (
          <span className="diagram-small">{phrases.t('diagram.more', { count: others.length })}</span>
        )}
      </span>
    </StationBox>
  )
}

function statusText(client: ClientState | null, { t }: Phrasebook): string {
  if (client === null) return t('diagram.client-idle')
  if (client.status === 'closed' && client.closeCode !== null) {
    return t('diagram.client-closed-code', { code: client.closeCode })
  }
  return t(`diagram.client-${client.status}`)
}

function transportText(transport: string | null, { t }: Phrasebook): string {
  if (transport === null) return ''
  if (transport === 'websocket') return t('diagram.transport-raw')
  return t('diagram.transport-sockjs', { transport: sockJsName({ transport }) })
}

/** Alone where a label below says that it is SockJS: both together are too long for the box. */
function sockJsName({ transport }: Pick<ClientState, 'transport'>): string {
  const segment = transport?.replace(/^sockjs-/, '') ?? ''
  return transportOfSegment(segment)?.name ?? segment
}

/** Stands for the clients that have no card of their own. */
export function FoldedClientsBox({ count }: { readonly count: number }) {
  const { t } = usePhrases()
  return <div className="station-box station-folded diagram-small">{t('diagram.more-clients', { count })}</div>
}
