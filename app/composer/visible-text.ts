/**
 * How control characters stand in a text field: in caret notation, as the notes write them too. A line end is a line
 * end.
 */
const SIGNS: readonly (readonly [control: string, sign: string])[] = [
  ['\0', '^@'],
  ['\r', '^M'],
]

/** Divides what is sent into WebSocket messages. */
export const DIVIDER = '✂'

/** The WebSocket messages that a text field stands for. */
export function toMessages(visible: string): readonly string[] {
  const wire = SIGNS.reduce((text, [control, sign]) => text.replaceAll(sign, control), visible)
  return wire.split(DIVIDER).filter((message) => message !== '')
}
