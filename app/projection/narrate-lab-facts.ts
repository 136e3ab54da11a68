import type {
  ApplicationFact,
  ClientFact,
  EventLog,
  LabFact,
  OutboundFact,
  TimeFact,
  TraceEvent,
  TraceEventOf,
} from '#trace'
import { isTimeOut } from './climb-ladder.ts'
import { configurationChanges } from './configuration-changes.ts'
import { javaMethod } from './narrate-handling-facts.ts'
import { type NarrateFact, type NarrationOf, whoIs } from './narration-context.ts'
import { clip, say } from './say.ts'

type RemainingFact = (OutboundFact | ApplicationFact | TimeFact | LabFact | ClientFact)['type']

const narratePublished: NarrateFact<TraceEventOf<'event.published'>> = (event) => {
  if (event.event !== 'BrokerAvailabilityEvent') {
    return say('narration.event-published', { event: event.event, who: whoIs(event) })
  }
  return event.brokerAvailable === true
    ? say('narration.broker-available', {})
    : say('narration.broker-unavailable', {})
}

/** A custom one has no name that says anything: what it changes does. */
const narrateConfigured: NarrateFact<TraceEventOf<'config.changed'>> = ({ before, after }) => {
  const changes = configurationChanges(before, after)
  return after.name !== 'custom' || changes.length === 0
    ? say('narration.config-changed', { name: clip(after.name, 24) })
    : say('narration.config-customized', { changes: clip(changes.join(', '), 52) })
}

const narrateReport: NarrateFact<TraceEventOf<'client.reported'>> = (event, { indexes }) => {
  const who = whoIs(event)
  switch (event.report) {
    case 'connecting':
    case 'transport-opened':
      return say(`narration.client-${event.report}`, { who, transport: event.transport })
    case 'transport-tried':
      return event.deadline === null
        ? say('narration.client-transport-tried', { who, transport: event.transport })
        : say('narration.client-transport-tried-within', {
            who,
            transport: event.transport,
            deadline: Math.round(event.deadline),
          })
    case 'transport-failed': {
      const { transport, reason } = event
      const status = refusalBefore(event, indexes.log)
      if (status !== null) return say('narration.client-transport-refused', { who, transport, status })
      return isTimeOut(reason)
        ? say('narration.client-transport-timed-out', { who, transport })
        : say('narration.client-transport-failed', { who, transport, reason: clip(reason, 40) })
    }
    case 'stomp-connected':
      return say('narration.client-stomp-connected', { who, version: event.version })
    case 'callback-called':
      return say('narration.client-callback-called', { who, subscription: clip(event.subscription, 20) })
    case 'unhandled':
      return say('narration.client-unhandled', { who, what: clip(event.what, 36) })
    case 'heart-beat-lost':
      return say('narration.client-heart-beat-lost', { who })
    case 'closed':
      return say('narration.client-closed', { who, code: event.code })
    case 'reconnecting':
      return say('narration.client-reconnecting', { who, delay: event.delay })
  }
}

/**
 * With which status the server refused what a client gave up; null: it did not. The client itself cannot know. Its report
 * that it tries may be heard after the answer, never after its report before that.
 */
function refusalBefore({ cause, seq, client }: TraceEvent, log: EventLog): number | null {
  const tried = cause === null ? undefined : log.at(cause)
  const since = tried?.cause ?? cause ?? seq
  for (let before = seq - 1; before > since; before--) {
    const event = log.at(before)
    if (event?.type === 'http.responded' && event.client === client && event.status >= 400) return event.status
  }
  return null
}

export const LAB_NARRATION: NarrationOf<RemainingFact> = {
  'outbound.buffered': (event) => say('narration.outbound-buffered', { bytes: event.bytes, who: whoIs(event) }),
  'outbound.written': (event) => say('narration.outbound-written', { bytes: event.bytes, who: whoIs(event) }),
  'outbound.limit-exceeded': (event) =>
    say('narration.outbound-limit-exceeded', { bufferSize: event.bufferSize, who: whoIs(event) }),

  'event.published': narratePublished,
  'http-controller.invoked': (event) => say('narration.http-controller-invoked', { method: javaMethod(event) }),

  'heartbeat.sent': (event) => say('narration.heartbeat-sent', beat(event)),
  'heartbeat.received': (event) => say('narration.heartbeat-received', beat(event)),
  'heartbeat.late': (event) => say('narration.heartbeat-late', beat(event)),
  'heartbeat.missed': (event) => say('narration.heartbeat-missed', beat(event)),
  'timer.set': (event) => say('narration.timer-set', { name: clip(event.name, 40) }),
  'timer.fired': (event) => say('narration.timer-fired', { name: clip(event.name, 40) }),
  'timer.cancelled': (event) => say('narration.timer-cancelled', { name: clip(event.name, 40) }),

  'statistics.logged': ({ line }) => say('narration.statistics-logged', { line: clip(line, 64) }),

  'config.changed': narrateConfigured,
  'lab.restarted': () => say('narration.lab-restarted', {}),
  'mark.added': (event) => say('narration.mark-added', { label: clip(event.label, 60) }),
  'publish.commanded': (event) => say('narration.publish-commanded', { destination: clip(event.destination, 48) }),
  'kill.commanded': (event) => say('narration.kill-commanded', { who: whoIs(event) }),
  'lab.snapshot': ({ snapshot }) =>
    say('narration.lab-snapshot', {
      sessions: snapshot.sessions.length,
      subscriptions: snapshot.subscriptions.length,
    }),
  'client.reported': narrateReport,
}

function beat(event: TraceEventOf<'heartbeat.sent' | 'heartbeat.received' | 'heartbeat.late' | 'heartbeat.missed'>): {
  readonly station: string
  readonly layer: string
  readonly who: string
} {
  return { station: event.station, layer: event.layer, who: whoIs(event) }
}
