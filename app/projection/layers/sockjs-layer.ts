import { type LayerSpan, type TextLayer, type WireMap, wireOf } from './layer.ts'
import type { SpanPart } from './span-part.ts'
import type { MappedText } from './utf8-text.ts'

/** A SockJS frame or a client's array, and the messages inside, each of their characters with its octets. */
export interface SockJsLayer {
  readonly layer: TextLayer
  readonly messages: readonly MappedText[]
}

/** The first letter of a server's frame. */
const LETTERS: Readonly<Record<string, SpanPart>> = {
  o: 'sockjs.open',
  h: 'sockjs.heartbeat',
  a: 'sockjs.messages',
  m: 'sockjs.messages',
  c: 'sockjs.close',
}

/** What JSON writes with two characters. */
const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** Reads a frame as far as it goes: what was cut, or is no JSON, ends the reading and not the picture. */
export const sockJsLayer = ({ text, wire }: MappedText): SockJsLayer => {
  const spans: LayerSpan[] = []
  const messages: MappedText[] = []
  const add = (part: SpanPart, start: number, end: number, value: string, params: LayerSpan['params'] = {}): void => {
    const behind = wireOf(wire, start, end)
    spans.push({ id: `${part}.${spans.length}`, layer: 'sockjs', part, start, end, wire: behind, value, params })
  }

  let at = 0
  const letter = LETTERS[text[0] ?? '']
  if (letter !== undefined) add(letter, 0, ++at, text[0] ?? '')
  while (at < text.length) {
    if (text[at] !== '"') {
      const end = nextQuote(text, at)
      add('sockjs.punctuation', at, end, text.slice(at, end))
      at = end
      continue
    }
    add('sockjs.punctuation', at, at + 1, '"')
    const read = readString({ text, wire }, at + 1, messages.length, add)
    messages.push(read.message)
    at = read.end
    if (text[at] === '"') add('sockjs.punctuation', at, ++at, '"')
  }
  return { layer: { text, wire, spans }, messages }
}

const nextQuote = (text: string, from: number): number => {
  const found = text.indexOf('"', from)
  return found === -1 ? text.length : found
}

type AddSpan = (part: SpanPart, start: number, end: number, value: string, params?: LayerSpan['params']) => void

/** Up to the closing quote. */
const readString = (
  { text, wire }: MappedText,
  start: number,
  index: number,
  add: AddSpan,
): { readonly message: MappedText; readonly end: number } => {
  let message = ''
  const behind: (readonly number[])[] = []
  let plainFrom = start
  let at = start
  const endPlain = (): void => {
    if (at > plainFrom) add('sockjs.characters', plainFrom, at, text.slice(plainFrom, at), { message: index + 1 })
  }
  while (at < text.length && text[at] !== '"') {
    if (text[at] !== '\\') {
      message += text[at]
      behind.push(wire[at] ?? [])
      at++
      continue
    }
    endPlain()
    const length = text[at + 1] === 'u' ? 6 : 2
    const written = text.slice(at, at + length)
    const character = characterOf(written)
    add('sockjs.escape', at, at + written.length, written, { message: index + 1, code: codeOf(character) })
    message += character
    behind.push(wireOf(wire, at, at + written.length))
    at += written.length
    plainFrom = at
  }
  endPlain()
  return { message: { text: message, wire: behind satisfies WireMap }, end: at }
}

/** What an escape of JSON stands for (RFC 8259 §7). */
const characterOf = (written: string): string => {
  const letter = written[1] ?? ''
  if (letter === 'u') return String.fromCharCode(Number.parseInt(written.slice(2), 16))
  return SHORT_ESCAPES[letter] ?? letter
}

/** `U+0000`. */
const codeOf = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
