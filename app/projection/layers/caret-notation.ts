/**
 * How control characters stand in a text field: in caret notation, as the STOMP specification prints NUL. A line end is
 * a line end.
 */
const SIGNS: readonly (readonly [control: string, sign: string])[] = [
  ['\0', '^@'],
  ['\r', '^M'],
]

export const inCarets = (text: string): string =>
  SIGNS.reduce((written, [control, sign]) => written.replaceAll(control, sign), text)

export const outOfCarets = (written: string): string =>
  SIGNS.reduce((text, [control, sign]) => text.replaceAll(sign, control), written)
