import { BARE_CR, findEndOfLine } from './end-of-line.ts'
import { unescapeHeader } from './header-escaping.ts'
import { parseJavaInteger } from './java-number.ts'
import { parseMimeType } from './mime-type.ts'
import { isStompCommand, STOMP_COMMANDS, type StompCommand } from './stomp-command.ts'
import type { HeaderLine, StompSpan, WireStompFrame } from './stomp-frame.ts'

export interface StompParseFailure {
  readonly kind: 'failed'
  /** Spring's text of the exception. */
  readonly message: string
  /** Where in the octets. */
  readonly offset: number
}

export type StompParseResult =
  | { readonly kind: 'parsed'; readonly wire: WireStompFrame; readonly end: number }
  /** `contentLength`: the header as it was written, if it was seen already. */
  | { readonly kind: 'incomplete'; readonly contentLength: string | null }
  | StompParseFailure

interface StompHead {
  readonly kind: 'head'
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly lines: readonly HeaderLine[]
  readonly spans: readonly StompSpan[]
  /** Where the body begins; null: the head has not ended yet. */
  readonly end: number | null
}

const NUL = 0
const COLON = 58
const ENUM = 'org.springframework.messaging.simp.stomp.StompCommand'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const textOf = (octets: Uint8Array, start: number, end: number): string => utf8.decode(octets.subarray(start, end))

const failed = (message: string, offset: number): StompParseFailure => ({ kind: 'failed', message, offset })

const add = (headers: Map<string, string[]>, name: string, value: string): void => {
  const values = headers.get(name)
  if (values) values.push(value)
  else headers.set(name, [value])
}

/** Header lines from `from` up to the empty line. Spans count from `origin`. */
const readHead = (
  octets: Uint8Array,
  from: number,
  origin: number,
  command: StompCommand,
): StompHead | StompParseFailure => {
  const headers = new Map<string, string[]>()
  const lines: HeaderLine[] = []
  const spans: StompSpan[] = []
  const unescaped = (text: string) =>
    STOMP_COMMANDS[command].escapesHeaders ? unescapeHeader(text) : ({ kind: 'unescaped', text } as const)
  let start = from
  for (let index = 0; ; index++) {
    const line = findEndOfLine(octets, start)
    if (line.kind === 'bare-cr') return failed(BARE_CR, line.at)
    if (line.kind === 'missing') return { kind: 'head', headers, lines, spans, end: null }
    const endOfLine = { part: 'end-of-line', start: line.start - origin, end: line.end - origin } as const
    if (line.start === start) {
      spans.push(endOfLine)
      return { kind: 'head', headers, lines, spans, end: line.end }
    }
    const colon = octets.subarray(start, line.start).indexOf(COLON)
    if (colon > 0) {
      const name = unescaped(textOf(octets, start, start + colon))
      const value = unescaped(textOf(octets, start + colon + 1, line.start))
      if (name.kind === 'illegal') return failed(name.message, start)
      if (value.kind === 'illegal') return failed(value.message, start + colon + 1)
      add(headers, name.text, value.text)
      lines.push([name.text, value.text])
      spans.push(
        { part: 'header-name', start: start - origin, end: start + colon - origin, index },
        { part: 'header-value', start: start + colon + 1 - origin, end: line.start - origin, index },
        { ...endOfLine, index },
      )
    } else if (line.end < octets.length) {
      // Spring looks at such a line only once more octets are there.
      const header = textOf(octets, start, line.start)
      return failed(`Illegal header: '${header}'. A header must be of the form <name>:[<value>].`, start)
    }
    start = line.end
  }
}

/** Where the body that begins at `start` ends; null: not yet there. */
const findBodyEnd = (
  octets: Uint8Array,
  start: number,
  contentLength: string | null,
): number | null | StompParseFailure => {
  const length = contentLength === null ? null : parseJavaInteger(contentLength)
  if (length === null || length < 0) {
    const end = octets.indexOf(NUL, start)
    return end < 0 ? null : end
  }
  const end = start + length
  if (end >= octets.length) return null
  return octets[end] === NUL ? end : failed('Frame must be terminated with a null octet', end)
}

/** Whether Spring takes what was read as a message of that command. */
const checkFrame = (
  command: StompCommand,
  headers: StompHead['headers'],
  body: Uint8Array,
  bodyStart: number,
): StompParseFailure | null => {
  if (body.length > 0 && !STOMP_COMMANDS[command].allowsBody)
    return failed(`${command} shouldn't have a payload: length=${body.length}, headers={}`, bodyStart)
  const contentType = headers.get('content-type')?.[0]
  if (contentType === undefined) return null
  const parsed = parseMimeType(contentType)
  return parsed.kind === 'invalid' ? failed(parsed.message, bodyStart) : null
}

/**
 * Parses the one frame that begins at `start`, in the order in which Spring's `StompDecoder#decodeMessage` looks at
 * it (spring.md 2.0.6).
 */
export const parseStompFrame = (octets: Uint8Array, start: number): StompParseResult => {
  const line = findEndOfLine(octets, start)
  if (line.kind === 'bare-cr') return failed(BARE_CR, line.at)
  if (line.kind === 'missing' || line.end === octets.length) return { kind: 'incomplete', contentLength: null }
  const command = textOf(octets, start, line.start)
  if (!isStompCommand(command)) return failed(`No enum constant ${ENUM}.${command}`, start)

  const head = readHead(octets, line.end, start, command)
  if (head.kind === 'failed') return head
  const contentLength = head.headers.get('content-length')?.[0] ?? null
  const bodyEnd = head.end === null ? null : findBodyEnd(octets, head.end, contentLength)
  if (head.end === null || bodyEnd === null) return { kind: 'incomplete', contentLength }
  if (typeof bodyEnd === 'object') return bodyEnd

  const body = octets.subarray(head.end, bodyEnd)
  const fault = checkFrame(command, head.headers, body, head.end)
  if (fault) return fault
  const end = bodyEnd + 1
  return {
    kind: 'parsed',
    end,
    wire: {
      frame: { command, headers: head.headers, body },
      lines: head.lines,
      octets: octets.subarray(start, end),
      spans: [
        { part: 'command', start: 0, end: line.start - start },
        { part: 'end-of-line', start: line.start - start, end: line.end - start },
        ...head.spans,
        ...(body.length > 0 ? [{ part: 'body', start: head.end - start, end: bodyEnd - start } as const] : []),
        { part: 'nul', start: bodyEnd - start, end: end - start },
      ],
    },
  }
}
