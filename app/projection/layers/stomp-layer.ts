import { type LayerSpan, type TextLayer, type WireMap, wireOf } from './layer.ts'
import type { SpanPart } from './span-part.ts'
import { utf8Text } from './utf8-text.ts'

const LF = 0x0a
const CR = 0x0d
const COLON = 0x3a
const BACKSLASH = 0x5c

/** CONNECT and CONNECTED escape nothing (STOMP 1.2, Value Encoding). */
const UNESCAPED: ReadonlySet<string> = new Set(['CONNECT', 'CONNECTED'])

export interface StompOctets {
  readonly octets: Uint8Array
  readonly wire: WireMap
}

/**
 * A STOMP frame, its parts in order, every character of it in one part at least.
 *
 * @param bodyLength octets of the body before any cut; absent: as many as there are
 */
export const stompLayer = ({ octets, wire }: StompOctets, bodyLength?: number): TextLayer => {
  const mapped = utf8Text(octets, wire)
  const spans: LayerSpan[] = []
  const add = (part: SpanPart, from: number, to: number, params: LayerSpan['params'] = {}): void => {
    const [start = 0, end = 0] = [mapped.unitAt.get(from), mapped.unitAt.get(to)]
    const value = mapped.text.slice(start, end)
    const id = `${part}.${spans.length}`
    spans.push({ id, layer: 'stomp', part, start, end, wire: wireOf(wire, from, to), value, params })
  }
  readFrame(octets, add, bodyLength)
  return { text: mapped.text, wire: mapped.wire, spans }
}

type AddSpan = (part: SpanPart, from: number, to: number, params?: LayerSpan['params']) => void

const readFrame = (octets: Uint8Array, add: AddSpan, bodyLength?: number): void => {
  if (octets[0] === LF || octets[0] === CR) {
    add('stomp.heart-beat', 0, octets.length)
    return
  }
  const command = lineAt(octets, 0)
  add('stomp.command', 0, command.end)
  addEndOfLine(command, 'stomp.end-of-line', add)
  const name = new TextDecoder().decode(octets.subarray(0, command.end))
  const bodyAt = readHeaders(octets, command.next, !UNESCAPED.has(name), add)
  const hasNul = octets.at(-1) === 0
  const bodyEnd = hasNul ? octets.length - 1 : octets.length
  if (bodyEnd > bodyAt) add('stomp.body', bodyAt, bodyEnd, { length: bodyLength ?? bodyEnd - bodyAt })
  if (hasNul && bodyEnd >= bodyAt) add('stomp.nul', bodyEnd, octets.length)
}

/** Up to and with the blank line; gives where the body begins. */
const readHeaders = (octets: Uint8Array, from: number, escaped: boolean, add: AddSpan): number => {
  const seen = new Set<string>()
  let at = from
  while (at < octets.length) {
    const line = lineAt(octets, at)
    if (line.end === at) {
      addEndOfLine(line, 'stomp.blank-line', add)
      return line.next
    }
    const colon = octets.indexOf(COLON, at)
    const nameEnd = colon === -1 || colon > line.end ? line.end : colon
    const name = new TextDecoder().decode(octets.subarray(at, nameEnd))
    add('stomp.header-name', at, nameEnd, { name })
    if (nameEnd < line.end) {
      add('stomp.colon', nameEnd, nameEnd + 1)
      const part = seen.has(name) ? 'stomp.repeated-value' : 'stomp.header-value'
      if (line.end > nameEnd + 1) add(part, nameEnd + 1, line.end, { name })
      if (escaped) addEscapes(octets, nameEnd + 1, line.end, add)
    }
    seen.add(name)
    addEndOfLine(line, 'stomp.end-of-line', add)
    at = line.next
  }
  return octets.length
}

const addEscapes = (octets: Uint8Array, from: number, to: number, add: AddSpan): void => {
  for (let at = octets.indexOf(BACKSLASH, from); at !== -1 && at + 1 < to; at = octets.indexOf(BACKSLASH, at + 2))
    add('stomp.escape', at, at + 2)
}

interface Line {
  readonly end: number
  /** After LF, or CR and LF; the end of the octets where there is none. */
  readonly next: number
}

const lineAt = (octets: Uint8Array, from: number): Line => {
  const lf = octets.indexOf(LF, from)
  if (lf === -1) return { end: octets.length, next: octets.length }
  return { end: lf > from && octets[lf - 1] === CR ? lf - 1 : lf, next: lf + 1 }
}

const addEndOfLine = ({ end, next }: Line, part: SpanPart, add: AddSpan): void => {
  if (next > end) add(part, end, next)
}
