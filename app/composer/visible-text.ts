/** How control characters stand in a text field: as the signs that Unicode has for them. A line end is a line end. */
const SIGNS: readonly (readonly [control: string, sign: string])[] = [
  ['\0', '␀'],
  ['\r', '␍'],
]

/** Divides what is sent into WebSocket messages. */
export const DIVIDER = '✂'

export const NUL_SIGN = '␀'
export const CR_SIGN = '␍'

/** `^@` is how the notes write NUL. */
export function toVisible(text: string): string {
  const plain = text.replaceAll('^@', '\0')
  return SIGNS.reduce((shown, [control, sign]) => shown.replaceAll(control, sign), plain)
}

/** The WebSocket messages that a text field stands for. */
export function toMessages(visible: string): readonly string[] {
  const wire = SIGNS.reduce((text, [control, sign]) => text.replaceAll(sign, control), visible)
  return wire.split(DIVIDER).filter((message) => message !== '')
}
