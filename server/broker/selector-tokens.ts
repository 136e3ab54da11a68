export type SelectorToken =
  | { readonly kind: 'text' | 'name' | 'operator'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }

/** A text in quotes (doubled inside), a number, a name, an operator; the longest one that fits. */
const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|"((?:[^"]|"")*)"|(0[xX][\dA-Fa-f]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)[LlFfDd]?|([A-Za-z_$][\w$]*)|(==|!=|<=|>=|&&|\|\||\?:|\?\.|[<>!()[\].,:?=+\-*/%^#@{}]))/y

/** SpEL spells its operators in letters too. */
const OPERATOR_NAMES: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['eq', '=='],
  ['ne', '!='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
  ['div', '/'],
  ['mod', '%'],
  ['matches', 'matches'],
  ['instanceof', 'instanceof'],
  ['between', 'between'],
])

const tokenOf = ([, single, double, digits, name, operator]: RegExpExecArray): SelectorToken => {
  if (single !== undefined) return { kind: 'text', text: single.replaceAll("''", "'") }
  if (double !== undefined) return { kind: 'text', text: double.replaceAll('""', '"') }
  if (digits !== undefined) return { kind: 'number', value: Number(digits) }
  const spelled = name === undefined ? operator : OPERATOR_NAMES.get(name.toLowerCase())
  return spelled === undefined ? { kind: 'name', text: name ?? '' } : { kind: 'operator', text: spelled }
}

/** The tokens of a selector; null where something stands that is none. */
export const selectorTokens = (source: string): readonly SelectorToken[] | null => {
  const text = source.trimEnd()
  const pattern = new RegExp(TOKEN)
  const tokens: SelectorToken[] = []
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) return null
    tokens.push(tokenOf(match))
  }
  return tokens
}
