import type { TraceEvent, TraceEventOf, TraceFactType } from '#trace'
import { DOORWAY_NARRATION } from './narrate-doorway-facts.ts'
import { HANDLING_NARRATION } from './narrate-handling-facts.ts'
import { LAB_NARRATION } from './narrate-lab-facts.ts'
import { TRANSPORT_NARRATION } from './narrate-transport-facts.ts'
import type { NarrateFact, NarrationContext, NarrationOf } from './narration-context.ts'
import { say } from './say.ts'
import type { Sentence } from './sentence.ts'

/** One sentence for every fact: a new fact without one does not compile. */
const NARRATION: NarrationOf<TraceFactType> = {
  ...DOORWAY_NARRATION,
  ...TRANSPORT_NARRATION,
  ...HANDLING_NARRATION,
  ...LAB_NARRATION,
}

/** How much of a step's story a fact tells; the greatest speaks for the step, the first of equals. */
const TELLING: { readonly [T in TraceFactType]?: (event: TraceEventOf<T>) => number } = {
  'http.responded': () => 2,
  'handshake.decided': () => 3,
  'interceptor.ran': (event) => (event.outcome.kind === 'passed' ? 0 : event.outcome.kind === 'changed' ? 1 : 4),
  'handler.left': (event) => (event.outcome.kind === 'handled' ? 0 : 4),
  'controller.threw': () => 5,
  'controller.invoked': () => 3,
  'controller.returned': () => 2,
  'user-destination.resolved': () => 3,
  'gate.held': () => 4,
  'gate.overfull': () => 4,
  'broker.subscribed': () => 3,
  'broker.unsubscribed': () => 3,
  'broker.matched': () => 3,
  'stomp.frame-encoded': () => 3,
  'stomp.decode-failed': () => 4,
  'outbound.buffered': () => 3,
  'outbound.limit-exceeded': () => 4,
  'websocket.opened': () => 2,
  'client.reported': (event) => (event.report === 'transport-failed' ? 4 : 1),
}

export function narrate(event: TraceEvent, context: NarrationContext): Sentence {
  return (NARRATION[event.type] as NarrateFact<TraceEvent>)(event, context)
}

/** The sentence of a step as the cursor knows it: what happened in it at its own station, from its beginning on. */
export function narrateStep(step: number, context: NarrationContext): Sentence {
  const { log, steps } = context.indexes
  const start = steps.startOf(step)
  const first = start === undefined ? undefined : log.at(start)
  if (first === undefined) return say('narration.nothing', {})
  let telling = first
  const ofStep = new Set([first.seq])
  for (let seq = first.seq + 1; seq < Math.min(context.cursor, steps.cursorAfter(step)); seq++) {
    const event = log.at(seq)
    if (event === undefined) continue
    const isPart = event.cause !== null && ofStep.has(event.cause) && event.station === first.station
    if (!isPart && !isGivingUp(event)) continue
    ofStep.add(seq)
    if (tellingOf(event) > tellingOf(telling)) telling = event
  }
  return narrate(telling, context)
}

/** A report is no step of its own (trace.md, Step); that a transport is given up is told where it is heard. */
function isGivingUp(event: TraceEvent): boolean {
  return event.type === 'client.reported' && event.report === 'transport-failed'
}

function tellingOf(event: TraceEvent): number {
  const telling = TELLING[event.type] as ((event: TraceEvent) => number) | undefined
  return telling?.(event) ?? 1
}
