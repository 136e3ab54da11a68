import { antPattern } from './ant-pattern.ts'
import {
  FILTER_FIELDS,
  FILTER_FLAGS,
  FILTER_LAYERS,
  type FilterCondition,
  type FilterField,
  type FilterProblem,
  type FilterTerm,
  type ParsedFilter,
} from './filter-term.ts'

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** `errors` is what people type. */
const SHORTHANDS: Readonly<Record<string, FilterCondition>> = {
  errors: { field: 'is', flag: 'error' },
  heartbeats: { field: 'is', flag: 'heartbeat' },
}

/**
 * The language of the filter: words with spaces between, each `field:value` or plain text, all of which must hold.
 * `-` before a word turns it round; `"…"` and `/…/` keep spaces; `body~/…/i` is a regular expression.
 */
export const parseFilter = (text: string): ParsedFilter => {
  const terms: FilterTerm[] = []
  for (const word of wordsOf(text)) {
    const term = 'key' in word ? word : termOf(word)
    if ('key' in term) return { terms: null, problem: term }
    terms.push(term)
  }
  return { terms, problem: null }
}

const WORD = /(?:"[^"]*"|\/(?:\\.|[^/\\])*\/[a-z]*|[^\s"])+|"/gy

/** The words of a filter, or what is wrong where one cannot be read. */
export const wordsOf = (text: string): readonly (Word | FilterProblem)[] => {
  const words: (Word | FilterProblem)[] = []
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at] ?? '')) {
      at++
      continue
    }
    WORD.lastIndex = at
    const found = WORD.exec(text)?.[0] ?? text.slice(at)
    const end = at + found.length
    if (found === '"') return [...words, { key: 'filter.open-quote', params: {}, start: at, end: text.length }]
    words.push({ text: found, start: at, end })
    at = end
  }
  return words
}

const TERM = /^(-?)(?:([a-z]+)([:~]|[<>]=?|=)(.*)|(.+))$/is

const termOf = (word: Word): FilterTerm | FilterProblem => {
  const [, minus, name, operator = '', value = '', plain] = TERM.exec(word.text) ?? []
  const negated = minus === '-'
  if (name === undefined || plain !== undefined) {
    const written = unquoted(plain ?? word.text)
    const condition = SHORTHANDS[written.toLowerCase()] ?? { field: 'text', words: written.toLowerCase() }
    return { ...condition, negated }
  }
  const field = FILTER_FIELDS.find((known) => known === name.toLowerCase())
  if (field === undefined)
    return problem(word, 'filter.unknown-field', { field: name, fields: FILTER_FIELDS.join(', ') })
  const asked = operator === ':' || operator === '~' ? value : operator + value
  if (unquoted(asked) === '') return problem(word, 'filter.no-value', { field })
  const condition = CONDITIONS[field](unquoted(asked), word)
  return 'key' in condition ? condition : { ...condition, negated }
}

const unquoted = (text: string): string => text.replaceAll('"', '')

const problem = ({ start, end }: Word, key: FilterProblem['key'], params: FilterProblem['params']): FilterProblem => ({
  key,
  params,
  start,
  end,
})

/** Values with commas between, upper case. */
export const list = (value: string): readonly string[] => value.toUpperCase().split(',').filter(Boolean)

const CONDITIONS: Readonly<Record<FilterField, (value: string, word: Word) => FilterCondition | FilterProblem>> = {
  type: (value) => ({ field: 'type', commands: list(value) }),
  from: (value) => ({ field: 'from', clients: list(value) }),
  to: (value) => ({ field: 'to', clients: list(value) }),
  dest: (value) => ({ field: 'dest', pattern: antPattern(value) }),
  body: (value, word) => {
    const pattern = bodyPattern(value)
    return pattern === null ? problem(word, 'filter.bad-pattern', { pattern: value }) : { field: 'body', pattern }
  },
  size: (value, word) => {
    const [, compare = '=', digits = '', unit = ''] = /^([<>]=?|=)?(\d+(?:\.\d+)?)(k|m)?b?$/i.exec(value) ?? []
    if (digits === '') return problem(word, 'filter.bad-size', { size: value })
    const octets = Number(digits) * (UNITS[unit.toLowerCase()] ?? 1)
    return { field: 'size', compare: compare as '<' | '<=' | '>' | '>=' | '=', octets }
  },
  layer: (value, word) => {
    const layer = FILTER_LAYERS.find((known) => known === value.toLowerCase())
    if (layer === undefined)
      return problem(word, 'filter.unknown-layer', { layer: value, layers: FILTER_LAYERS.join(', ') })
    return { field: 'layer', layer }
  },
  dir: (value, word) => {
    const direction = value.toLowerCase()
    if (direction !== 'in' && direction !== 'out')
      return problem(word, 'filter.unknown-direction', { direction: value })
    return { field: 'dir', direction }
  },
  is: (value, word) => {
    const flag = FILTER_FLAGS.find((known) => known === value.toLowerCase())
    if (flag === undefined) return problem(word, 'filter.unknown-flag', { flag: value, flags: FILTER_FLAGS.join(', ') })
    return { field: 'is', flag }
  },
}

const UNITS: Readonly<Record<string, number>> = { k: 1024, m: 1024 * 1024 }

/** `/…/flags` is a regular expression; anything else is looked for as it stands. Null: no expression. */
const bodyPattern = (value: string): RegExp | null => {
  const [, source, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(value) ?? []
  try {
    return source === undefined
      ? new RegExp(value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')
      : new RegExp(source, flags.replace(/[gy]/g, ''))
  } catch {
    // What people type is a value, not a failure.
    return null
  }
}
