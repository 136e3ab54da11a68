import { outOfCarets } from '../projection/layers/caret-notation.ts'

/** Divides what is sent into WebSocket messages. */
export const DIVIDER = '✂'

/** The WebSocket messages that a text field stands for. */
export function toMessages(visible: string): readonly string[] {
  return outOfCarets(visible)
    .split(DIVIDER)
    .filter((message) => message !== '')
}
