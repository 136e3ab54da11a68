import { list, wordsOf } from './parse-filter.ts'

/** Fields that take several values, of which one is enough. */
const LISTED: ReadonlySet<string> = new Set(['type', 'from', 'to'])

interface WrittenTerm {
  /** Empty: plain text. */
  readonly field: string
  readonly value: string
}

const writtenTerm = (word: string): WrittenTerm => {
  const [, field = '', value = word] = /^([a-z]+):(.*)$/is.exec(word) ?? []
  return { field: field.toLowerCase(), value }
}

const valuesOf = ({ value }: WrittenTerm): readonly string[] => list(value)

const words = (text: string): readonly string[] => wordsOf(text).flatMap((word) => ('key' in word ? [] : [word.text]))

/** Whether a filter as it is typed has that term, alone or among others of a list. */
export const hasTerm = (text: string, term: string): boolean => {
  const wanted = writtenTerm(term)
  return words(text)
    .map(writtenTerm)
    .some((written) => {
      if (written.field !== wanted.field) return false
      if (!LISTED.has(wanted.field)) return written.value === wanted.value
      return valuesOf(wanted).every((value) => valuesOf(written).includes(value))
    })
}

/**
 * The text with the term, or without it where it had it. A field that takes one value takes this one in place of the
 * other; what else is typed stays.
 */
export const toggledTerm = (text: string, term: string): string => {
  const wanted = writtenTerm(term)
  const had = hasTerm(text, term)
  const isSame = (word: string) => writtenTerm(word).field === wanted.field && (wanted.field !== '' || word === term)
  const others = words(text).filter((word) => !isSame(word))
  if (!LISTED.has(wanted.field)) return [...others, ...(had ? [] : [term])].join(' ')
  const before = words(text).filter(isSame).map(writtenTerm).flatMap(valuesOf)
  const values = had
    ? before.filter((value) => !valuesOf(wanted).includes(value))
    : [...new Set([...before, ...valuesOf(wanted)])]
  return [...others, ...(values.length === 0 ? [] : [`${wanted.field}:${values.join(',')}`])].join(' ')
}
