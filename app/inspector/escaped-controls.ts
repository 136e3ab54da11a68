const NAMES: Readonly<Record<string, string>> = { '\n': '␊', '\r': '␍', '\0': '␀', '\t': '␉' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/g

/** One line of text that says where lines end. */
export const escapedControls = (text: string): string =>
  text.replace(CONTROL, (control) => NAMES[control] ?? `U+${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
