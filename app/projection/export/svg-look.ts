import type { ClientTag } from '#trace'

/** Colours and fonts of a picture that stands alone, as CSS writes them. */
export interface SvgLook {
  readonly paper: string
  readonly panel: string
  readonly ink: string
  readonly muted: string
  readonly outline: string
  readonly error: string
  readonly warn: string
  readonly ok: string
  readonly accent: string
  readonly sans: string
  readonly mono: string
  /** What the file's style begins with: the fonts themselves. */
  readonly fontFaces: string
  hue(tag: ClientTag | null): string
}

/** A whole file. */
export const svgDocument = (width: number, height: number, look: SvgLook, content: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${look.fontFaces}text{font:400 12.5px ${look.sans};fill:${look.ink}}.strong{font-weight:600}.title{font-size:14px;font-weight:650}.quiet{fill:${look.muted}}.code{font-family:${look.mono}}</style>`,
    `<rect width="${width}" height="${height}" fill="${look.paper}"/>`,
    ...content,
    '</svg>\n',
  ].join('\n')

export interface SvgTextPlace {
  readonly x: number
  readonly y: number
  /** Longer texts end with an ellipsis. */
  readonly width: number
  /** Of `strong`, `title`, `quiet` and `code`. */
  readonly look?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** Most letters of the fonts at their size are no wider, in pixels. */
const LETTER_WIDTH = { sans: 6.4, code: 7.5 }

export const svgText = (text: string, { x, y, width, look = '', anchor = 'start' }: SvgTextPlace): string => {
  const most = Math.floor(width / (look.includes('code') ? LETTER_WIDTH.code : LETTER_WIDTH.sans))
  const characters = [...text]
  const shown = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
  return `<text class="${look}" x="${x}" y="${y}" text-anchor="${anchor}">${svgEscaped(shown)}</text>`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML 1.0 §2.2 has no control characters at all. */
const svgEscaped = (text: string): string =>
  text.replace(/[&<>]|\p{Cc}/gu, (character) => ESCAPES[character] ?? '\u{fffd}')
