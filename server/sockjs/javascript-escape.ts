const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "'": "\\'",
  '\\': '\\\\',
  '/': '\\/',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\n',
  '\f': '\\f',
  '\b': '\\b',
  '\v': '\\v',
  '<': '\\u003C',
  '>': '\\u003E',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** Spring's `JavaScriptUtils#javaScriptEscape`. */
export const javaScriptEscape = (text: string): string =>
  // A CR and its LF are one line's end.
  text.replaceAll('\r\n', '\r').replace(/["'\\/\t\n\r\f\b\v<>\u2028\u2029]/g, (character) => ESCAPES[character] ?? '')
