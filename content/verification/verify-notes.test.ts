import { describe, expect, test } from 'vitest'
import { exampleControllers } from '../../server/example/example-application.ts'
import { CONFIGURATIONS } from '../../server/lab/configurations.ts'
import type { HandlerMethod } from '../../server/messaging/handler-method.ts'
import type { SimpMessagingTemplate } from '../../server/messaging/simp-messaging-template.ts'
import type { Claim } from '../claims/claim.ts'
import { first } from '../claims/find.ts'
import { TERMS } from '../glossary/terms.ts'
import type { Misconception } from '../misconceptions/misconception.ts'
import type { Prediction } from '../predictions/prediction.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { ChapterFile } from './chapter-outline.ts'
import type { JavaFacts } from './java-sample.ts'
import type { ContentFile, NotesContent } from './notes-content.ts'
import { problemLine } from './problem.ts'
import { verifyNotes } from './verify-notes.ts'

const texts: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>('../claims/*.ts', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob<string>('../scenarios/*.ts', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob<string>('../misconceptions/*.ts', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob<string>('../predictions/*.ts', { query: '?raw', import: 'default', eager: true }),
}
const fileOf = (path: string): string => path.replace('..', 'content')

const filesWith = <T>(modules: Readonly<Record<string, unknown>>, name: string): readonly ContentFile<T>[] =>
  Object.entries(modules as Readonly<Record<string, Readonly<Record<string, T>>>>).flatMap(([path, exported]) => {
    const value = exported[name]
    return value === undefined ? [] : [{ file: fileOf(path), text: texts[path] ?? '', value }]
  })

const chapters = Object.entries(
  import.meta.glob<string>('../notes/*/*.mdx', { query: '?raw', import: 'default', eager: true }),
).map(([path, text]): ChapterFile => {
  const [, language = '', slug = ''] = /\/(\w+)\/\d+-([\w-]+)\.mdx$/.exec(path) ?? []
  return { file: fileOf(path), language, slug, text }
})

const content: NotesContent = {
  chapters,
  scenarios: filesWith<readonly Scenario[]>(import.meta.glob('../scenarios/*.ts', { eager: true }), 'SCENARIOS'),
  claims: filesWith<Readonly<Record<string, Claim>>>(import.meta.glob('../claims/*.ts', { eager: true }), 'CLAIMS'),
  predictions: filesWith<readonly Prediction[]>(
    import.meta.glob('../predictions/*.ts', { eager: true }),
    'PREDICTIONS',
  ),
  misconceptions: filesWith<readonly Misconception[]>(
    import.meta.glob('../misconceptions/*.ts', { eager: true }),
    'MISCONCEPTIONS',
  ),
  terms: new Set(Object.keys(TERMS)),
}

const NEVER = (): never => {
  throw new Error('nothing is sent here')
}
const template = { convertAndSend: NEVER, convertAndSendToUser: NEVER, send: NEVER } as unknown as SimpMessagingTemplate
const methods = exampleControllers(template, () => 0).flatMap(({ pattern, methods, exceptionHandlers = [] }) => [
  ...methods,
  ...exceptionHandlers,
  ...(pattern === undefined ? [] : [{ annotation: 'MessageMapping', pattern }]),
])
const valuesOf = (pick: (method: Partial<HandlerMethod>) => readonly string[]): ReadonlySet<string> =>
  new Set((methods as readonly Partial<HandlerMethod>[]).flatMap(pick).map((value) => JSON.stringify(value)))
const mapped = (wanted: string) =>
  valuesOf(({ annotation, pattern }) => (annotation === wanted && pattern !== undefined ? [pattern] : []))

const java: JavaFacts = {
  configurations: CONFIGURATIONS,
  annotations: new Map([
    ['MessageMapping', mapped('MessageMapping')],
    ['SubscribeMapping', mapped('SubscribeMapping')],
    ['SendTo', valuesOf(({ sendTo = [] }) => sendTo)],
    ['SendToUser', valuesOf(({ sendToUser }) => sendToUser?.destinations ?? [])],
  ]),
}

const CHAPTER = 'content/notes/en/08-the-map.mdx'

const REACHES = 'the-map/send-app-reaches-controller'
const GREETS: Scenario = {
  name: 'the-map/greeting',
  proves: [REACHES],
  steps: [
    { do: 'connect', client: 'A' },
    { do: 'subscribe', client: 'A', destination: '/topic/greetings' },
    { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
  ],
}
const reaches: Claim = (events) => first(events, 'controller.invoked')?.seq ?? null

/** A chapter of few words, in one language, about a greeting. */
const lessonOf = (text: string, change: Partial<NotesContent> = {}): NotesContent => ({
  scenarios: [{ file: 'content/scenarios/the-map.ts', text: '', value: [GREETS] }],
  claims: [{ file: 'content/claims/the-map.ts', text: '', value: { [REACHES]: reaches } }],
  chapters: [{ file: CHAPTER, language: 'en', slug: 'the-map', text: `---\ntitle: x\n---\n\n${text}\n${QUESTION}` }],
  predictions: [{ file: 'content/predictions/the-map.ts', text: '', value: [PREDICTION] }],
  misconceptions: [{ file: 'content/misconceptions/the-map.ts', text: '', value: MET }],
  terms: new Set(),
  ...change,
})
const MET: readonly Misconception[] = ['prefix', 'endpoints'].map((key) => ({
  key,
  metBy: { prediction: 'the-map/who' },
}))
const PREDICTION: Prediction = { name: 'the-map/who', right: 'yes', provedBy: REACHES }
const QUESTION = `
<Predict name="the-map/who" scenario="the-map/greeting">
  <Question>Who?</Question>
  <Option value="yes">Yes</Option>
  <Option value="no">No</Option>
  <Reveal of="yes">So it is.</Reveal>
  <Reveal of="no">It is not.</Reveal>
</Predict>
`
const problemsOf = async (lesson: NotesContent) => (await verifyNotes(lesson, java)).map(problemLine)

/** Milliseconds: every chapter is compiled and every scenario played. */
const ALL_NOTES = 30_000

describe('the notes', () => {
  test(
    'say of the system what the system does',
    async () => {
      expect((await verifyNotes(content, java)).map(problemLine)).toEqual([])
    },
    ALL_NOTES,
  )
})

describe('what is not so is named with its file and line:', () => {
  test('a claim that its scenario does not prove', async () => {
    const file = 'content/claims/the-map.ts'
    const claims = [{ file, text: `\n'${REACHES}'`, value: { [REACHES]: () => null } }]
    expect(await problemsOf(lessonOf('', { claims }))).toEqual([
      `${file}:2 "${REACHES}" is not proved by "the-map/greeting"`,
    ])
  })

  test('a claim that counts on absolute numbers', async () => {
    const file = 'content/claims/the-map.ts'
    const value: Readonly<Record<string, Claim>> = { [REACHES]: (events) => (events[3]?.seq === 3 ? 3 : null) }
    expect(await problemsOf(lessonOf('', { claims: [{ file, text: `'${REACHES}'`, value }] }))).toEqual([
      `${file}:1 "${REACHES}" depends on where events are numbered from in "the-map/greeting"`,
    ])
  })

  test('names that nothing has', async () => {
    const lesson = lessonOf(
      '<Claim name="the-map/x">Text.</Claim>\n\n<Run scenario="the-map/y" />\n\nA <Term name="z">word</Term>.',
    )
    expect(await problemsOf(lesson)).toEqual([
      `${CHAPTER}:5 there is no claim "the-map/x"`,
      `${CHAPTER}:5 there is no scenario that proves the claim "the-map/x"`,
      `${CHAPTER}:7 there is no scenario "the-map/y"`,
      `${CHAPTER}:9 there is no term "z"`,
    ])
  })

  test('a paragraph that is too long', async () => {
    expect(await problemsOf(lessonOf('word '.repeat(61)))).toEqual([
      `${CHAPTER}:5 the paragraph has 61 words, more than 60`,
    ])
  })

  test('a prediction whose right answer is no option', async () => {
    const value = [{ ...PREDICTION, right: 'perhaps' }]
    const lesson = lessonOf('', { predictions: [{ file: 'content/predictions/the-map.ts', text: '', value }] })
    expect(await problemsOf(lesson)).toEqual([`${CHAPTER}:7 "the-map/who" has no option "perhaps", the right one`])
  })

  test('a belief of learners that the chapter does not meet, or not with what it names', async () => {
    const value: readonly Misconception[] = [{ key: 'prefix', metBy: { experiment: '8.9' } }]
    const misconceptions = [{ file: 'content/misconceptions/the-map.ts', text: '', value }]
    expect(await problemsOf(lessonOf('', { misconceptions }))).toEqual([
      `${CHAPTER}:1 "prefix" is met by nothing that is in this chapter`,
      `${CHAPTER}:1 the misconception "endpoints" is not met`,
    ])
  })

  test('a part of a frame that its scenario does not show', async () => {
    const shows = (part: string) => `<Show frames="${part}" scenario="the-map/greeting">It</Show>.\n\n`
    const lesson = lessonOf(`The ${shows('stomp.nul')}The ${shows('sockjs.escape')}`)
    expect(await problemsOf(lesson)).toEqual([`${CHAPTER}:7 no message in "the-map/greeting" has a sockjs.escape`])
  })

  test('what one language has and the other has not', async () => {
    const { chapters } = lessonOf('<Run scenario="the-map/greeting" />')
    const [english] = chapters
    const file = 'content/notes/vi/08-the-map.mdx'
    const vietnamese = { file, language: 'vi', slug: 'the-map', text: `---\ntitle: x\n---\n\n${QUESTION}` }
    const lesson = lessonOf('', { chapters: english === undefined ? [] : [english, vietnamese] })
    expect(await problemsOf(lesson)).toEqual([`${file}:1 Run number 1 is missing, in ${CHAPTER} "the-map/greeting"`])
  })
})

describe('a sample is what it says to be:', () => {
  const fence = (language: string, attributes: string, text: string) =>
    lessonOf(`\`\`\`${language} ${attributes}\n${text}\n\`\`\`\n`)
  const GREETING = 'scenario="the-map/greeting"'
  const message =
    'MESSAGE\ndestination:/topic/greetings\ncontent-type:application/json\nsubscription:sub-0\nmessage-id:<n>'

  test.each([
    ['stomp', GREETING, 'SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n^@'],
    ['stomp', GREETING, `${message}\ncontent-length:25\n\n{"content":"Hello, Ada!"}^@`],
    ['json', GREETING, '{ "name": "Ada" }'],
    [
      'http',
      GREETING,
      'GET /ws HTTP/1.1\nUpgrade: websocket\n…\n\nHTTP/1.1 101 Switching Protocols\nUpgrade: websocket',
    ],
    ['java', 'config="default"', 'registry.addEndpoint("/ws").withSockJS();\n@MessageMapping("/hello")'],
  ])('%s %s', async (language, attributes, text) => {
    expect(await problemsOf(fence(language, attributes, text))).toEqual([])
  })

  test.each([
    ['stomp', GREETING, 'SUBSCRIBE\nid:sub-0\ndestination:/topic/other\n\n^@'],
    ['stomp', GREETING, 'SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n'],
    ['stomp', '', 'CONNECT\n\n^@'],
    ['json', GREETING, '{ "name": "Bob" }'],
    ['http', GREETING, 'GET /ws HTTP/1.1\nUpgrade: websocket\n\nHTTP/1.1 200'],
    ['java', 'config="default"', 'registry.enableSimpleBroker("/topic", "/app");'],
    ['java', 'config="default"', '@SendTo("/topic/nowhere")'],
    ['java', 'config="unheard-of"', 'int x = 1;'],
  ])('%s %s is not', async (language, attributes, text) => {
    expect(await problemsOf(fence(language, attributes, text))).toHaveLength(1)
  })
})
