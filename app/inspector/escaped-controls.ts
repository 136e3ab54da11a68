const NAMES: Readonly<Record<string, string>> = { '\n': 'LF', '\r': 'CR', '\0': 'NUL', '\t': 'TAB' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/g

/** One line of text that says where lines end: `SEND[LF]`. No font has to have a picture of a control character. */
export const escapedControls = (text: string): string =>
  text.replace(CONTROL, (control) => `[${NAMES[control] ?? codePoint(control)}]`)

const codePoint = (character: string): string => `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`
