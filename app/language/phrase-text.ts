export type PhraseParams = Readonly<Record<string, string | number>>

/** A stretch of a phrase; `strong` is what stood between `**`. */
export interface PhraseRun {
  readonly text: string
  readonly strong: boolean
}

/** Splits before it fills, so that a value which contains `**` stays as it is. */
export function phraseRuns(template: string, params: PhraseParams): readonly PhraseRun[] {
  return template
    .split('**')
    .map((text, index) => ({ text: fillPlaces(text, params), strong: index % 2 === 1 }))
    .filter((run) => run.text !== '')
}

export function plainText(template: string, params: PhraseParams): string {
  return phraseRuns(template, params)
    .map((run) => run.text)
    .join('')
}

/** Names of the places of a phrase, sorted, each once. */
export function placesOf(template: string): readonly string[] {
  return [...new Set(Array.from(template.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? ''))].sort()
}

function fillPlaces(text: string, params: PhraseParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}
