import { Fragment } from 'react'

/** Octets that no type has a letter for. */
const NAMES: Readonly<Record<string, string>> = { '\n': 'LF', '\r': 'CR', '\0': 'NUL', '\t': 'TAB' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /([\u0000-\u001f\u007f])/

/** Text as it stands: line ends and other controls can be seen, and nothing collapses. */
export function VisibleText({ text }: { readonly text: string }) {
  return text.split(CONTROLS).map((run, index) => {
    // Runs of one text never change places.
    const key = index
    if (index % 2 === 0) return <Fragment key={key}>{run}</Fragment>
    return (
      <Fragment key={key}>
        <span className="control-octet">{NAMES[run] ?? codePoint(run)}</span>
        {run === '\n' && '\n'}
      </Fragment>
    )
  })
}

const codePoint = (character: string): string => `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`
