import type { ClientHue } from '../styles/client-hue.ts'

/** The tokens.css colours that the canvas draws with, as the theme of now resolves them. */
export interface CanvasPalette {
  readonly hues: Readonly<Record<ClientHue, string>>
  readonly onHue: string
  readonly paper: string
  readonly ink: string
  readonly error: string
  readonly onError: string
  readonly selection: string
  readonly ribbon: string
  readonly font: string
  /** Of what was written in this font, as it was measured. */
  readonly widths: Map<string, number>
}

export function readCanvasPalette(root: Element): CanvasPalette {
  const style = getComputedStyle(root)
  const value = (name: string) => style.getPropertyValue(name).trim()
  return {
    hues: {
      a: value('--client-a'),
      b: value('--client-b'),
      c: value('--client-c'),
      d: value('--client-d'),
      e: value('--client-e'),
      f: value('--client-f'),
      none: value('--client-none'),
    },
    onHue: value('--on-client'),
    paper: value('--panel'),
    ink: value('--ink'),
    error: value('--error'),
    onError: value('--panel'),
    selection: value('--accent'),
    ribbon: value('--outline'),
    font: `${value('--weight-strong')} ${value('--diagram-small')} ${value('--font-sans')}`,
    widths: new Map(),
  }
}
