import type { FaultFact, GateFact, TraceEventOf } from '#trace'
import { clientName } from './client-name.ts'
import { type NarrateFact, type NarrationOf, whoIs } from './narration-context.ts'
import { clip, say, sayAbout } from './say.ts'

const narrateChange: NarrateFact<TraceEventOf<'fault.changed'>> = ({ fault, after }) => {
  if (after === null) return say(`narration.fault-off-${fault}`, {})
  if (after.fault === 'server-restart') return say('narration.fault-on-server-restart', {})
  return sayAbout(`narration.fault-on-${after.fault}`, after.client === null ? null : clientName(after.client), {})
}

const narrateStrike: NarrateFact<TraceEventOf<'fault.struck'>> = (event) =>
  say(`narration.struck-${event.fault}`, { who: whoIs(event), what: clip(event.what, 36) })

const narrateHeld: NarrateFact<TraceEventOf<'gate.held'>> = (event) => {
  const { thing } = event.waiting
  return thing.upgrade
    ? say('narration.gate-held-upgrade', { who: whoIs(event) })
    : say('narration.gate-held-request', { who: whoIs(event), method: thing.method })
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1)

const ended = (event: TraceEventOf<'gate.released' | 'gate.dropped' | 'gate.expired'>) => ({
  who: whoIs(event),
  waited: seconds(event.waited),
})

/** What faults and gates do before the application is asked. */
export const DOORWAY_NARRATION: NarrationOf<(FaultFact | GateFact)['type']> = {
  'fault.changed': narrateChange,
  'fault.struck': narrateStrike,
  'gate.changed': ({ after }) =>
    after.length === 0
      ? say('narration.gates-cleared', {})
      : say('narration.gates-changed', { gates: [...new Set(after.map(({ gate }) => gate))].join(', ') }),
  'gate.held': narrateHeld,
  'gate.released': (event) => say('narration.gate-released', ended(event)),
  'gate.dropped': (event) => say('narration.gate-dropped', ended(event)),
  'gate.expired': (event) => say('narration.gate-expired', ended(event)),
  'gate.overfull': (event) =>
    say('narration.gate-overfull', { gate: event.gate, limit: event.limit, who: whoIs(event) }),
}
