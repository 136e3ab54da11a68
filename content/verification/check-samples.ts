import type { HeaderList, TracedPayload, TraceEvent } from '#trace'
import { headerOf } from '../claims/find.ts'
import type { ChapterOutline, Sample } from './chapter-outline.ts'
import type { PlayedScenario } from './check-proofs.ts'
import { flawOfJava, type JavaFacts } from './java-sample.ts'
import type { Problem } from './problem.ts'

/** What a sample of a language is compared with. @returns what is wrong with it; null: it is as it says */
type Judge = (sample: Sample, played: PlayedScenario) => string | null

const JUDGES: Readonly<Record<string, Judge>> = {
  stomp: ({ text }, { texts }) =>
    framesIn(text).find((frame) => !texts.some((seen) => frame.test(seen)))?.source ?? null,
  json: ({ text }, played) => (bodiesIn(played).includes(normalJson(text) ?? '') ? null : text),
  http: ({ text }, { events }) =>
    text.split(HTTP_STARTS).find((message) => !events.some((event) => isHttp(message, event))) ?? null,
}

/** A request and its response may stand in one sample. */
const HTTP_STARTS = /\n+(?=[A-Z]+ \S+ HTTP\/1\.1|HTTP\/1\.1 \d{3})/

/** Every sample is what a scenario puts on the wire, or what an application in some configuration says. */
export const checkSamples = (
  { chapter, samples }: ChapterOutline,
  played: ReadonlyMap<string, PlayedScenario>,
  java: JavaFacts,
): readonly Problem[] =>
  samples.flatMap((sample): Problem[] => {
    const what = sample.language === 'java' ? flawOfJava(sample, java) : flawOf(sample, played)
    return what === null ? [] : [{ file: chapter.file, line: sample.line, what }]
  })

const flawOf = (sample: Sample, played: ReadonlyMap<string, PlayedScenario>): string | null => {
  const judge = JUDGES[sample.language]
  if (judge === undefined) return null
  const { scenario: name } = sample.attributes
  if (name === undefined) return `a sample of ${sample.language} names its scenario`
  const scenario = played.get(name)
  if (scenario === undefined) return `there is no scenario "${name}"`
  const missing = judge(sample, scenario)
  return missing === null ? null : `nothing in "${name}" is ${missing}`
}

/** Stands for what is another each time: `<n>`, `{session}`. */
const VARYING = /<[\w-]+>|\{session\}/

/** Frames stand one after another, an empty line between; `^@` is NUL. */
const framesIn = (text: string): readonly RegExp[] =>
  text
    .split(/(?<=\^@)\n+/)
    .map((frame) => new RegExp(`^${frame.replaceAll('^@', '\0').split(VARYING).map(literally).join('[^\\n]*?')}$`))

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Every JSON text that was a body, in one form. */
const bodiesIn = ({ events, texts }: PlayedScenario): readonly string[] =>
  [
    ...texts.map((text) => text.slice(text.indexOf('\n\n') + 2).replace(/\0$/, '')),
    ...events.flatMap((event) => ('body' in event && typeof event.body === 'object' ? [textOf(event.body)] : [])),
  ].flatMap((body) => normalJson(body) ?? [])

const normalJson = (text: string): string | null => {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    // Most bodies are no JSON.
    return null
  }
}

const textOf = (payload: TracedPayload): string => ('text' in payload ? payload.text : '')

/** What a reader need not see of a message. */
const LEFT_OUT = '…'

/** A start line, with or without its query or reason; some of the headers; and after an empty line the body. */
const isHttp = (sample: string, event: TraceEvent): boolean => {
  if (event.type !== 'http.requested' && event.type !== 'http.responded') return false
  const [head = '', body] = sample.split('\n\n', 2)
  const [start = '', ...headers] = head.split('\n').filter((line) => line.trim() !== LEFT_OUT)
  return (
    isStart(start, event) &&
    headers.every((line) => isHeader(line, event.headers)) &&
    (body === undefined || body.trim() === LEFT_OUT || sameText(body, textOf(event.body)))
  )
}

type HttpEvent = Extract<TraceEvent, { readonly type: 'http.requested' | 'http.responded' }>

const isStart = (line: string, event: HttpEvent): boolean =>
  event.type === 'http.requested'
    ? [event.path, event.path.split('?', 1)[0]].some((path) => line === `${event.method} ${path} HTTP/1.1`)
    : line.startsWith(`HTTP/1.1 ${event.status}`)

const isHeader = (line: string, headers: HeaderList): boolean => {
  const colon = line.indexOf(':')
  const name = line.slice(0, colon).toLowerCase()
  const value = headerOf(
    headers.map(([header, text]) => [header.toLowerCase(), text]),
    name,
  )
  return value !== undefined && sameText(line.slice(colon + 1).trim(), value)
}

const sameText = (sample: string, seen: string): boolean =>
  new RegExp(`^${sample.split(VARYING).map(literally).join('.*')}$`, 's').test(seen)
