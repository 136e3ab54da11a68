import { usePhrases } from '../language/use-phrases.ts'
import type { SessionState } from '../projection/lab-state.ts'
import { answerOfSession, type SockJsAnswer } from '../projection/sockjs-transport.ts'
import { useDiagramView } from './diagram-view.ts'
import { StationBox } from './station-box.tsx'

/** What stands between the wire and the channels: handshake, SockJS, sessions, and Spring's STOMP codec. */
export function HttpEndpointPart() {
  const { lab } = useDiagramView()
  const { t } = usePhrases()
  const path = lab.config?.endpoints[0]?.path ?? '/ws'
  const title = t('diagram.title-httpEndpoint')
  return (
    <StationBox place="httpEndpoint" station="httpEndpoint" look="part" name={`httpEndpoint, ${path} ${title}`}>
      <span className="endpoint-path">
        <span className="diagram-code diagram-strong">{path}</span> <span className="diagram-small">{title}</span>
      </span>
    </StationBox>
  )
}

export function SockJsServicePart() {
  const { lab } = useDiagramView()
  const { t } = usePhrases()
  const count = useSessionCount(lab.sessions.filter(isSockJs).length)
  return (
    <StationBox place="sockJsService" station="sockJsService" look="part" name={`sockJsService, ${count}`}>
      <span className="diagram-text diagram-strong">{t('diagram.title-sockJsService')}</span>
      <span className="diagram-small">{count}</span>
    </StationBox>
  )
}

export function WebSocketSessionPart() {
  const { lab, shortLabels } = useDiagramView()
  const { t } = usePhrases()
  const count = useSessionCount(lab.sessions.length)
  const overSockJs = lab.sessions.filter(isSockJs).map(({ transport }) => answerOfSession(transport))
  const raw = lab.sessions.length - overSockJs.length
  const countOf = (answer: SockJsAnswer) => overSockJs.filter((candidate) => candidate === answer).length
  const [upgraded, streaming, polling] = [countOf('upgrade'), countOf('stream'), countOf('poll')]
  const kinds = [
    raw > 0 && t(shortLabels ? 'diagram.sessions-raw-short' : 'diagram.sessions-raw', { count: raw }),
    upgraded > 0 && t('diagram.sessions-sockjs', { count: upgraded }),
    streaming > 0 && t('diagram.sessions-streaming', { count: streaming }),
    polling > 0 && t('diagram.sessions-polling', { count: polling }),
  ].filter((kind) => kind !== false)
  return (
    <StationBox
      place="webSocketSession"
      station="webSocketSession"
      look="part"
      name={['webSocketSession', count, ...kinds].join(', ')}
    >
      <span className="diagram-text diagram-strong">{count}</span>
      {kinds.map((kind) => (
        <span key={kind} className="diagram-small">
          {kind}
        </span>
      ))}
    </StationBox>
  )
}

export function StompPart() {
  const { shortLabels } = useDiagramView()
  const { t } = usePhrases()
  const [decode, encode] = [t('diagram.decode'), t('diagram.encode')]
  return (
    <StationBox
      place="stompSubProtocolHandler"
      station="stompSubProtocolHandler"
      look="part"
      name={`stompSubProtocolHandler, ${decode}, ${encode}`}
    >
      <span className="diagram-text diagram-strong">{shortLabels ? decode : `${decode} ▸`}</span>
      <span className="stomp-part-middle">
        <span className="diagram-small">{t('diagram.title-stompSubProtocolHandler')}</span>
        <span className="diagram-small">{t('diagram.stomp-version')}</span>
      </span>
      <span className="diagram-text diagram-strong">{shortLabels ? encode : `◂ ${encode}`}</span>
    </StationBox>
  )
}

function isSockJs(session: SessionState): boolean {
  return session.transport !== 'websocket'
}

function useSessionCount(count: number): string {
  const { t } = usePhrases()
  if (count === 0) return t('diagram.sessions-none')
  return count === 1 ? t('diagram.sessions-one') : t('diagram.sessions', { count })
}
