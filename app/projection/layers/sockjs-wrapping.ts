import { wireOf } from './layer.ts'
import type { MappedText } from './utf8-text.ts'

/** A chunk of a response, apart: the SockJS frame, and what its transport wraps around it. */
export interface UnwrappedFrame {
  readonly frame: MappedText
  /** Units of the chunk before the frame, and where those after it begin. */
  readonly opening: number
  readonly closing: number
}

interface Wrapping {
  readonly opening: RegExp
  readonly closing: string
  /** The frame stands in a literal of JavaScript. */
  readonly literal: boolean
}

/**
 * How each transport over HTTP carries one frame; no frame begins as one of the openings does, so that the first which
 * fits is the one (SockJS 0.3.3, Streaming transports, Polling transports).
 */
const WRAPPINGS: readonly Wrapping[] = [
  { opening: /^data: /, closing: '\r\n\r\n', literal: false },
  { opening: /^<script>\np\("/, closing: '");\n</script>\r\n', literal: true },
  { opening: /^\/\*\*\/[\w.]+\("/, closing: '");\r\n', literal: true },
  { opening: /^/, closing: '\n', literal: false },
]

/** @param chunk what one SockJS frame became in a response */
export const unwrappedFrame = (chunk: MappedText): UnwrappedFrame => {
  for (const { opening, closing, literal } of WRAPPINGS) {
    const found = opening.exec(chunk.text)
    if (found === null || !chunk.text.endsWith(closing)) continue
    const [from, to] = [found[0].length, chunk.text.length - closing.length]
    const inside = { text: chunk.text.slice(from, to), wire: chunk.wire.slice(from, to) }
    return { frame: literal ? textOfLiteral(inside) : inside, opening: from, closing: to }
  }
  return { frame: chunk, opening: 0, closing: chunk.text.length }
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|.)|./gs

const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** What the inside of a JavaScript literal stands for (ECMA-262, String Literals). */
const textOfLiteral = ({ text, wire }: MappedText): MappedText => {
  const units = Array.from(text.matchAll(ESCAPE), ({ 0: written, index }) => ({
    unit: written.length === 1 ? written : unitOf(written),
    behind: wireOf(wire, index, index + written.length),
  }))
  return { text: units.map(({ unit }) => unit).join(''), wire: units.map(({ behind }) => behind) }
}

const unitOf = (written: string): string => {
  const letter = written[1] ?? ''
  if (letter === 'u' && written.length > 2) return String.fromCharCode(Number.parseInt(written.slice(2), 16))
  return SHORT_ESCAPES[letter] ?? letter
}
