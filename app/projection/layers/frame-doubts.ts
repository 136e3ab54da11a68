import type { TextLayer } from './layer.ts'

/** Commands of a client (STOMP 1.2, Client Frames). */
const CLIENT_COMMANDS: ReadonlySet<string> = new Set([
  'CONNECT',
  'STOMP',
  'SEND',
  'SUBSCRIBE',
  'UNSUBSCRIBE',
  'ACK',
  'NACK',
  'BEGIN',
  'COMMIT',
  'ABORT',
  'DISCONNECT',
])

/** What STOMP has an escape for (STOMP 1.2, Value Encoding). */
const ESCAPES: ReadonlySet<string> = new Set(['\\n', '\\r', '\\c', '\\\\'])

/** Why a server may not take a text for the frame that its writer means; params are for the phrase. */
export interface FrameDoubt {
  readonly kind:
    | 'empty'
    | 'unknown-command'
    | 'no-colon'
    | 'unknown-escape'
    | 'no-blank-line'
    | 'no-nul'
    | 'content-length'
    | 'after-nul'
  readonly params: Readonly<Record<string, string | number>>
}

const doubt = (kind: FrameDoubt['kind'], params: FrameDoubt['params'] = {}): FrameDoubt => ({ kind, params })

/** What is doubtful in a client's frame, from its beginning to its end; a heart-beat is in no doubt. */
export const frameDoubts = ({ text, spans }: TextLayer): readonly FrameDoubt[] => {
  if (text === '') return [doubt('empty')]
  if (spans[0]?.part === 'stomp.heart-beat') return []
  return [...headDoubts(spans), ...endDoubts(text, spans)]
}

const headDoubts = (spans: TextLayer['spans']): readonly FrameDoubt[] =>
  spans.flatMap(({ part, value, params }, index): readonly FrameDoubt[] => {
    if (part === 'stomp.command' && !CLIENT_COMMANDS.has(value)) return [doubt('unknown-command', { command: value })]
    if (part === 'stomp.header-name' && spans[index + 1]?.part !== 'stomp.colon')
      return [doubt('no-colon', { line: String(params.name) })]
    return part === 'stomp.escape' && !ESCAPES.has(value) ? [doubt('unknown-escape', { escape: value })] : []
  })

const endDoubts = (text: string, spans: TextLayer['spans']): readonly FrameDoubt[] => {
  const blankLine = spans.find(({ part }) => part === 'stomp.blank-line')
  if (blankLine === undefined) return [doubt('no-blank-line')]
  const body = octetsIn(text.slice(blankLine.end))
  const said = spans.find(
    ({ part, params }) => part === 'stomp.header-value' && params.name === 'content-length',
  )?.value
  if (!body.includes(0)) return [doubt('no-nul')]
  const length = said !== undefined && /^\d+$/.test(said) ? Number(said) : body.indexOf(0)
  if (body[length] !== 0) return [doubt('content-length', { said: length, length: body.lastIndexOf(0) })]
  const after = body.subarray(length + 1).filter((octet) => octet !== LF && octet !== CR)
  return after.length > 0 ? [doubt('after-nul')] : []
}

const [LF, CR] = [0x0a, 0x0d]

const octetsIn = (text: string): Uint8Array => new TextEncoder().encode(text)
