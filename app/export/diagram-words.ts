import type { ClientTag } from '#trace'
import type { DiagramPicture } from '../diagram/diagram-view.ts'
import { mappingRows } from '../diagram/mapping-rows.ts'
import { subscriptionRows } from '../diagram/subscription-rows.ts'
import { shortHeartWords } from '../heart/heart-words.ts'
import type { Phrasebook } from '../language/phrasebook.tsx'
import { clientName } from '../projection/client-name.ts'
import type { HeartView } from '../projection/heart-view.ts'
import type { Place } from '../projection/token.ts'

/** What stands in a box, or around a channel. */
export interface BoxWords {
  readonly title: string
  readonly lines: readonly BoxLine[]
  /** A client's. */
  readonly heart?: HeartView
}

interface BoxLine {
  readonly text: string
  readonly look: 'quiet' | 'code'
}

const quiet = (text: string): BoxLine => ({ text, look: 'quiet' })
const code = (text: string): BoxLine => ({ text, look: 'code' })

const SUBSCRIPTION_ROWS = 4
const MAPPING_ROWS = 4

/** What the words are about. */
interface Described {
  readonly picture: DiagramPicture
  readonly hearts: ReadonlyMap<ClientTag, HeartView>
}

/** The words of a place at the cursor, for a picture in which nothing can be pointed at. */
export function diagramWords(place: Place, described: Described, phrases: Phrasebook): BoxWords {
  if (place.startsWith('client:')) return clientWords(place.slice('client:'.length), described, phrases)
  const { lab, refusals, destinations } = described.picture
  const { t, plainSentence } = phrases
  const refusal = refusals.get(place as Parameters<typeof refusals.get>[0])
  const refused = refusal === undefined ? [] : [quiet(plainSentence(refusal))]
  switch (place) {
    case 'httpEndpoint':
      return { title: lab.config?.endpoints[0]?.path ?? '/ws', lines: [quiet(t('diagram.title-httpEndpoint'))] }
    case 'webSocketSession':
      return { title: sessionsText(lab.sessions.length, phrases), lines: [] }
    case 'clientInboundChannel':
    case 'clientOutboundChannel': {
      const { busy, core, waiting } = lab.pools[place]
      const line =
        busy.length === 0
          ? t('diagram.threads-idle', { core, waiting })
          : t('diagram.threads-busy', { busy: busy.length, core, waiting })
      return { title: t(`diagram.title-${place}`), lines: [quiet(line)] }
    }
    case 'brokerChannel':
      return { title: 'brokerChannel', lines: [quiet(t('diagram.callers-thread'))] }
    case 'simpAnnotationMethodMessageHandler': {
      const ran = lab.invoked !== null && lab.invoked.message === lab.message ? lab.invoked : null
      const prefixes = lab.config?.applicationDestinationPrefixes ?? []
      const { rows } = mappingRows(destinations, prefixes, ran, MAPPING_ROWS)
      const lines = rows.map(({ mapping, method }) => code(method === null ? mapping : `${mapping} ${method}()`))
      const idle = lines.length === 0 && refusal === undefined ? [quiet(t('diagram.mapping-idle'))] : []
      return { title: t(`diagram.title-${place}`), lines: [...refused, ...lines, ...idle] }
    }
    case 'userDestinationMessageHandler': {
      const idle = quiet(t('diagram.user-idle', { prefix: lab.config?.userDestinationPrefix ?? '/user/' }))
      return { title: t(`diagram.title-${place}`), lines: refusal === undefined ? [idle] : refused }
    }
    case 'simpleBrokerMessageHandler': {
      const rows = subscriptionRows(lab.subscriptions).slice(-SUBSCRIPTION_ROWS)
      const lines = rows.map(({ destination, subscribers }) =>
        code(`${destination} ${subscribers.map(({ client }) => client ?? '?').join(' ')}`),
      )
      const empty = rows.length === 0 ? [quiet(t('diagram.broker-empty'))] : []
      return { title: t(`diagram.title-${place}`), lines: [...refused, ...lines, ...empty] }
    }
    case 'application':
      return {
        title: t('diagram.title-application'),
        lines: [quiet(lab.published?.name ?? t('diagram.application-idle'))],
      }
    case 'scheduler':
      return { title: t('diagram.title-scheduler'), lines: [quiet(t('diagram.scheduler-idle'))] }
    case 'sockJsService': {
      const count = lab.sessions.filter(({ transport }) => transport !== 'websocket').length
      return { title: t('diagram.title-sockJsService'), lines: [quiet(sessionsText(count, phrases))] }
    }
    case 'stompSubProtocolHandler':
      return { title: t('diagram.title-stompSubProtocolHandler'), lines: [quiet(t('diagram.stomp-version'))] }
    default:
      return { title: place, lines: [] }
  }
}

function sessionsText(count: number, { t }: Phrasebook): string {
  if (count === 0) return t('diagram.sessions-none')
  return count === 1 ? t('diagram.sessions-one') : t('diagram.sessions', { count })
}

function clientWords(tag: ClientTag, { picture: { lab }, hearts }: Described, phrases: Phrasebook): BoxWords {
  const { t } = phrases
  const heart = hearts.get(tag)
  const client = lab.clients.find((candidate) => candidate.tag === tag)
  const subscribed = lab.subscriptions.filter((held) => held.client === tag).map(({ destination }) => code(destination))
  const status = t(`diagram.client-${client?.status ?? 'idle'}`)
  const more = subscribed.length - 1
  return {
    title: `${tag} ${clientName(tag)}`,
    lines: [
      quiet(`${status}${heart === undefined ? '' : ` · ♥ ${shortHeartWords(heart, phrases)}`}`),
      ...subscribed.slice(0, 1),
      ...(more > 0 ? [quiet(t('diagram.more', { count: more }))] : []),
    ].slice(0, 2),
    ...(heart !== undefined && { heart }),
  }
}
