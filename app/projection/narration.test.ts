import { describe, expect, test } from 'vitest'
import type { HandlerStation, IgnoredReason, LabConfiguration, TraceEvent } from '#trace'
import { narration as english } from '../../content/phrases/en/narration.ts'
import { narration as vietnamese } from '../../content/phrases/vi/narration.ts'
import { clientName } from './client-name.ts'
import { climbToStreaming, gaveUp } from './climb-log.ts'
import { EXAMPLE_CONFIGURATION } from './example-configuration.ts'
import { helloLog } from './hello-log.ts'
import { LogIndexes } from './log-indexes.ts'
import { narrate, narrateStep } from './narration.ts'
import { ignoredSentence, reasonSentence } from './reason-sentence.ts'
import { route } from './route.ts'
import type { Sentence } from './sentence.ts'

const indexes = new LogIndexes(helloLog().log)
const end = indexes.log.next

function inEnglish({ key, params }: Sentence): string {
  const phrase: string = english[key as keyof typeof english]
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
}

const spoken = (sentence: Sentence) => inEnglish(sentence).replaceAll('**', '')

const at = (cursor: number) => ({ indexes, cursor })

function stepAt(index: number): number {
  return indexes.steps.stepOf(indexes.messages.stepsOf(5)[index] ?? -1) ?? -1
}

describe('the sentence of a step', () => {
  test('names the station or the class first, then what it does', () => {
    const sentences = [0, 1, 2, 4, 5, 6, 7].map((index) => inEnglish(narrateStep(stepAt(index), at(end))))
    expect(sentences).toEqual([
      '**webSocketSession** receives 98 octets from Ada.',
      "**stompSubProtocolHandler** decodes Ada's SEND.",
      "**clientInboundChannel** takes Ada's SEND to /app/hello.",
      "**GreetingController.greeting()** runs for Ada's SEND.",
      "**brokerChannel** takes Ada's MESSAGE to /topic/greetings.",
      "**brokerChannel** hands Ada's MESSAGE to SimpleBroker.",
      '**SimpleBroker** finds 2 subscriptions to /topic/greetings.',
    ])
  })

  test('knows nothing that comes after the cursor', () => {
    const fan = stepAt(3)
    expect(spoken(narrateStep(fan, at(indexes.steps.cursorAfter(fan))))).toBe(
      "clientInboundChannel offers Ada's SEND to 3 handlers.",
    )
    expect(spoken(narrateStep(fan, at(end)))).toBe(
      "clientInboundChannel offers Ada's SEND to 3 handlers; only @MessageMapping takes it.",
    )
  })

  test('says that nothing has happened where nothing has', () => {
    expect(narrateStep(0, at(0)).key).toBe('narration.nothing')
  })

  test('has at most 90 characters (ux.md c.0)', () => {
    for (let step = 1; step <= indexes.steps.total; step++) {
      const sentence = spoken(narrateStep(step, at(end)))
      expect(sentence.length, sentence).toBeLessThanOrEqual(90)
    }
  })

  test('leaves no place of its phrase empty', () => {
    for (let step = 1; step <= indexes.steps.total; step++) {
      expect(inEnglish(narrateStep(step, at(end)))).not.toContain('undefined')
    }
  })
})

const REASONS: Readonly<Record<IgnoredReason, HandlerStation>> = {
  'destination-prefix': 'simpleBrokerMessageHandler',
  'no-destination': 'simpleBrokerMessageHandler',
  'no-mapping': 'simpAnnotationMethodMessageHandler',
  'wrong-type': 'userDestinationMessageHandler',
  'not-user-destination': 'userDestinationMessageHandler',
  'not-running': 'simpleBrokerMessageHandler',
  'no-subscribers': 'simpleBrokerMessageHandler',
  'unresolved-user': 'userDestinationMessageHandler',
  'unknown-session': 'stompSubProtocolHandler',
  'unsupported-version': 'stompSubProtocolHandler',
  'no-subscription-id': 'simpleBrokerMessageHandler',
  'already-connected': 'simpleBrokerMessageHandler',
  'before-handle-vetoed': 'simpAnnotationMethodMessageHandler',
}

describe('why a handler does not take a message', () => {
  test('is said for every reason, in words and within 90 characters', () => {
    for (const [reason, handler] of Object.entries(REASONS) as [IgnoredReason, HandlerStation][]) {
      for (const sentence of [reasonSentence, ignoredSentence]) {
        const text = spoken(sentence(handler, reason, EXAMPLE_CONFIGURATION))
        expect(text).not.toContain('undefined')
        expect(text.length, text).toBeLessThanOrEqual(90)
      }
    }
  })

  test('names the prefixes of the configuration', () => {
    const because = (handler: HandlerStation, reason: IgnoredReason) =>
      spoken(reasonSentence(handler, reason, EXAMPLE_CONFIGURATION))
    expect(because('simpleBrokerMessageHandler', 'destination-prefix')).toBe('not mine: not /topic, /queue')
    expect(because('simpAnnotationMethodMessageHandler', 'destination-prefix')).toBe('not mine: not /app')
    expect(because('userDestinationMessageHandler', 'not-user-destination')).toBe('not mine: not /user/')
  })
})

describe('a configuration', () => {
  const custom = (parts: Partial<LabConfiguration>) => ({ ...EXAMPLE_CONFIGURATION, name: 'custom', ...parts })
  const changedTo = (after: LabConfiguration) => {
    const builder = helloLog()
    const before = EXAMPLE_CONFIGURATION
    builder.add({ type: 'config.changed', station: 'application', before, after, by: 'page' }, { cause: null })
    return new LogIndexes(builder.log)
  }
  const sentenceOfChange = (after: LabConfiguration) => {
    const changed = changedTo(after)
    return spoken(narrateStep(changed.steps.total, { indexes: changed, cursor: changed.log.next }))
  }

  test('is told by its name, and a custom one by what it changes, within 90 characters', () => {
    expect(sentenceOfChange({ ...EXAMPLE_CONFIGURATION, name: 'sockjsNoWebSocket' })).toBe(
      'The configuration is now sockjsNoWebSocket: the application starts anew.',
    )
    expect(sentenceOfChange(custom({ permessageDeflate: true }))).toBe(
      'The application starts anew with permessageDeflate true.',
    )
    const much = sentenceOfChange(custom({ seed: 2, errorHandler: true, requireToken: true, pathSeparator: '.' }))
    expect(much.length, much).toBeLessThanOrEqual(90)
    expect(sentenceOfChange(custom({}))).toBe('The configuration is now custom: the application starts anew.')
  })

  test('that came later changes no sentence about what was before', () => {
    const changed = changedTo(custom({ applicationDestinationPrefixes: ['/ws'] }))
    const [before, after] = [indexes, changed].map((known) => route(5, { indexes: known, cursor: end }))
    expect(after).toEqual(before)
    expect(JSON.stringify(after)).toContain('/app')
  })
})

describe('the way of a SockJS client', () => {
  const { log } = climbToStreaming().report(gaveUp('xhr-streaming', '2007 Transport timed out')).builder
  const climbed = new LogIndexes(log)
  const sentences = Array.from({ length: log.next }, (_, seq) => log.at(seq)).flatMap((event) =>
    event === undefined ? [] : spoken(narrate(event, { indexes: climbed, cursor: log.next })),
  )

  test('names the parts of each URL, the limits, and why a transport is given up', () => {
    expect(sentences).toEqual([
      'Bob connects over Auto (SockJS).',
      'The HTTP endpoint is asked what the SockJS service can do: GET …/info.',
      'The HTTP endpoint answers GET /ws/info with 200.',
      'Bob tries websocket, for at most 624 ms.',
      'The HTTP endpoint gets POST …/websocket: server 042, session session1.',
      "The HTTP endpoint refuses Bob's handshake with 400: upgrade.",
      'The HTTP endpoint answers POST …/websocket with 400.',
      'Bob gives up websocket: the server answered 400.',
      'Bob tries xhr-streaming, for at most 624 ms.',
      'The HTTP endpoint gets POST …/xhr_streaming: server 042, session session2.',
      'The HTTP endpoint answers …/xhr_streaming with 200 and leaves the answer open.',
      "sockJsService opens Bob's session session2 over xhr_streaming.",
      'Bob gives up xhr-streaming: SockJS waits no longer.',
    ])
    for (const sentence of sentences) expect(sentence.length, sentence).toBeLessThanOrEqual(90)
  })

  test('is told where it is heard of: by the step of the refusal', () => {
    const refused = Array.from({ length: log.next }, (_, seq) => seq).filter(
      (seq) => log.at(seq)?.type === 'http.responded',
    )[1]
    const step = climbed.steps.stepOf(refused ?? -1) ?? -1
    const toldAt = (cursor: number) => spoken(narrateStep(step, { indexes: climbed, cursor }))
    expect(toldAt((refused ?? 0) + 1)).toBe("The HTTP endpoint refuses Bob's handshake with 400: upgrade.")
    expect(toldAt(climbed.steps.cursorAfter(step))).toBe('Bob gives up websocket: the server answered 400.')
  })
})

test('an error is told with the class that Java developers search for', () => {
  const threw: TraceEvent = {
    seq: 0,
    at: 0,
    cause: null,
    client: 'A',
    session: null,
    thread: null,
    type: 'controller.threw',
    station: 'simpAnnotationMethodMessageHandler',
    controller: 'ErrorController',
    method: 'boom',
    error: { type: 'java.lang.IllegalStateException', message: 'boom' },
    handledBy: null,
  }
  expect(spoken(narrate(threw, at(0)))).toBe('ErrorController.boom() throws IllegalStateException; nobody takes it.')
})

test('clients with a letter have a name, students are called by their tag', () => {
  expect(['A', 'B', 'C', 'D', 'E', 'F', 'mai'].map(clientName)).toEqual([
    'Ada',
    'Bob',
    'Cy',
    'Dee',
    'Eli',
    'Fay',
    'mai',
  ])
})

test('both languages have the same places in every phrase', () => {
  const places = (phrase: string) => [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  for (const [key, phrase] of Object.entries(english)) {
    expect(places(vietnamese[key as keyof typeof vietnamese]), key).toEqual(places(phrase))
  }
})

describe('the route of a message', () => {
  test('has one item a step, in order: done, here, not yet', () => {
    const here = stepAt(4)
    const items = route(5, at(indexes.steps.cursorAfter(here)))
    expect(items.map(({ seq }) => seq)).toEqual(indexes.messages.stepsOf(5))
    expect(items.map(({ state }) => state)).toEqual([
      ...Array(4).fill('done'),
      'here',
      ...Array(items.length - 5).fill('not-yet'),
    ])
    expect(items.at(-1)).toMatchObject({ station: 'client', client: 'B' })
  })

  test('shows each handler of the fan with its answer and the reason', () => {
    const [, , , fan] = route(5, at(end))
    expect(fan?.offers.map(({ handler, answer, sentence }) => [handler, answer, sentence && spoken(sentence)])).toEqual(
      [
        ['simpAnnotationMethodMessageHandler', 'taken', null],
        ['userDestinationMessageHandler', 'ignored', 'not mine: not /user/'],
        ['simpleBrokerMessageHandler', 'ignored', 'not mine: not /topic, /queue'],
      ],
    )
  })

  test('shows no answer before it is given', () => {
    const [, , , fan] = route(5, at(indexes.steps.cursorAfter(stepAt(3))))
    expect(fan?.offers.map(({ answer }) => answer)).toEqual(['waiting', 'waiting', 'waiting'])
  })
})
