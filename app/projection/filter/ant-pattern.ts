/** Spring's AntPathMatcher as a regular expression: `?` one character, `*` within a segment, `**` any segments. */
export const antPattern = (pattern: string): RegExp => {
  const parts = pattern
    .split(/(\*\*|\*|\?)/)
    .map((part) => WILDCARDS[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('').replace(/\/\.\*$/, '(?:/.*)?')}$`)
}

const WILDCARDS: Readonly<Record<string, string>> = { '**': '.*', '*': '[^/]*', '?': '[^/]' }
