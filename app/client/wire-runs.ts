/** A stretch of a frame's text, or an octet that has no shape of its own. */
export type WireRun = { readonly text: string } | { readonly control: ControlName }

export type ControlName = 'LF' | 'CR' | 'NUL'

const CONTROLS: Readonly<Record<string, ControlName>> = { '\n': 'LF', '\r': 'CR', '\0': 'NUL' }

/** Splits a frame so that its line ends and its NUL can be seen. */
export function wireRuns(text: string): readonly WireRun[] {
  return text
    .split(/([\n\r\0])/)
    .filter((part) => part !== '')
    .map((part) => {
      const control = CONTROLS[part]
      return control === undefined ? { text: part } : { control }
    })
}
