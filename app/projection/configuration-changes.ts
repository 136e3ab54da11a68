import type { LabConfiguration } from '#trace'

type Value = string | number | boolean | null | undefined | object

/** What one configuration says otherwise than another, by its path and with what it says now: `permessageDeflate true`. */
export function configurationChanges(before: LabConfiguration, after: LabConfiguration): readonly string[] {
  return changesOf({ ...before, name: '' }, { ...after, name: '' }, '')
}

function changesOf(before: object, after: object, path: string): readonly string[] {
  const were: Readonly<Record<string, Value>> = { ...before }
  const are: Readonly<Record<string, Value>> = { ...after }
  return Object.keys({ ...were, ...are }).flatMap((key) => {
    const [was, is] = [were[key], are[key]]
    if (isParts(was) && isParts(is)) return changesOf(was, is, `${path}${key}.`)
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [`${path}${key} ${wordOf(is)}`]
  })
}

function isParts(value: Value): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list without its brackets; what is not there any more is a dash. */
function wordOf(value: Value): string {
  return value === undefined ? '–' : JSON.stringify(value).replace(/^\[(.*)\]$/, '$1')
}
