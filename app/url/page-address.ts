import type { Language } from '../../content/phrases/index.ts'
import { isLanguage } from '../language/language.ts'
import { orderedMarks, type PlacedMark } from '../playback/placed-marks.ts'

/** What of the page's state can be shared (contract.md, URL parameters). Null: the address does not say. */
export interface PageAddress {
  /** Slug of the chapter that is open; null: the first. */
  readonly chapter: string | null
  /** Where in the chapter: an id of its text, behind `#`. */
  readonly heading: string | null
  /** The cursor; null follows the lab. */
  readonly seq: number | null
  readonly select: number | null
  readonly lang: Language | null
  readonly theme: AddressedTheme | null
  /** Null: the usual one. */
  readonly view: AddressedView | null
  readonly lab: string
  /** As it was typed. */
  readonly filter: string | null
  /** What is searched for, as it was typed. */
  readonly q: string | null
  /** What the person marked. */
  readonly marks: readonly PlacedMark[]
  /** Name of the recording that is shown in place of a lab. */
  readonly recording: string | null
  /** Name of the scenario that is played once the lab answers. */
  readonly run: string | null
}

export type AddressedTheme = 'light' | 'dark' | 'contrast'

/** Views beside the usual one, which the address leaves out. */
export type AddressedView = 'flow' | 'sequence' | 'split'

const VIEWS: readonly AddressedView[] = ['flow', 'sequence', 'split']
const THEMES: readonly AddressedTheme[] = ['light', 'dark', 'contrast']
const MAIN_LAB = 'main'
const LONGEST_NAME = 64
/** Of a filter and of a search. */
const LONGEST_TERMS = 500
const SLUG = /^[\w-]{1,64}$/
const SCENARIO = /^[\w-]{1,64}\/[\w-]{1,64}$/
const LAB_ID = /^[\w-]{1,64}$/

/**
 * @param search as `location.search`
 * @param hash as `location.hash` */
export function parsePageAddress(search: string, hash: string): PageAddress {
  const params = new URLSearchParams(search)
  const lang = params.get('lang')
  const lab = params.get('lab')
  const run = params.get('run')
  return {
    chapter: slugOf(params.get('chapter')),
    heading: slugOf(hash.slice(1)),
    seq: parseSeq(params.get('seq')),
    select: parseSeq(params.get('select')),
    lang: isLanguage(lang) ? lang : null,
    theme: THEMES.find((theme) => theme === params.get('theme')) ?? null,
    view: VIEWS.find((view) => view === params.get('view')) ?? null,
    lab: lab !== null && LAB_ID.test(lab) ? lab : MAIN_LAB,
    filter: params.get('filter')?.slice(0, LONGEST_TERMS) || null,
    q: params.get('q')?.slice(0, LONGEST_TERMS) || null,
    marks: orderedMarks(params.getAll('mark').flatMap(parseMark)),
    recording: params.get('recording')?.slice(0, LONGEST_NAME) || null,
    run: run !== null && SCENARIO.test(run) ? run : null,
  }
}

/** The same search with the address in it, and the hash; parameters that are not ours stay. */
export function formatPageAddress(address: PageAddress, search: string): string {
  const params = new URLSearchParams(search)
  const values: Readonly<Record<Exclude<keyof PageAddress, 'heading' | 'marks'>, string | null>> = {
    chapter: address.chapter,
    seq: textOf(address.seq),
    select: textOf(address.select),
    lang: address.lang,
    theme: address.theme,
    view: address.view,
    lab: address.lab === MAIN_LAB ? null : address.lab,
    filter: address.filter,
    q: address.q,
    recording: address.recording,
    run: address.run,
  }
  for (const [name, value] of Object.entries(values)) {
    if (value === null) params.delete(name)
    else params.set(name, value)
  }
  params.delete('mark')
  for (const { cursor, label } of address.marks)
    params.append('mark', label === '' ? `${cursor}` : `${cursor}-${label}`)
  const text = params.toString()
  return `${text === '' ? '' : `?${text}`}${address.heading === null ? '' : `#${address.heading}`}`
}

function slugOf(text: string | null): string | null {
  return text !== null && SLUG.test(text) ? text : null
}

function parseSeq(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** As `340` or `340-what it is called`. */
function parseMark(text: string): readonly PlacedMark[] {
  const [, cursor, label = ''] = /^(\d{1,15})(?:-(.*))?$/.exec(text) ?? []
  return cursor === undefined ? [] : [{ cursor: Number(cursor), label }]
}

function textOf(value: number | null): string | null {
  return value === null ? null : String(value)
}
