import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../content/phrases/en.ts'
import { vi } from '../../content/phrases/vi.ts'
import { placesOf } from './phrase-text.ts'

const APP = join(import.meta.dirname, '..')
const AREAS = [...new Set(Object.keys(en).map((key) => key.split('.')[0]))]
const QUOTED_KEY = new RegExp(`['"\`]((?:${AREAS.join('|')})\\.[a-zA-Z][\\w-]*)['"\`]`, 'g')

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))

const sources = sourcesIn(APP)

/** Keys that are put together: `area.part-${value}`, `${key}-form`. */
const PUT_TOGETHER = /`((?:[a-z]+\.[\w-]*)?(?:\$\{[^}]*\}[\w-]*)+)`/g

const ANYTHING = '[\\w.-]+'

const patternOf = (key: string): string => key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, ANYTHING)

describe('the phrases', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(vi).sort()).toEqual(Object.keys(en).sort())
  })

  it('have the same places in both languages, and no mark without its pair', () => {
    const wrong = Object.entries(en).filter(([key, text]) => {
      const translation: string = vi[key as keyof typeof vi]
      const marks = [text, translation].map((written) => written.split('**').length - 1)
      return placesOf(translation).join() !== placesOf(text).join() || marks.some((count) => count % 2 === 1)
    })
    expect(wrong).toEqual([])
  })

  it('exist for every key that the page names', () => {
    const named = sources.flatMap((source) => Array.from(source.matchAll(QUOTED_KEY), (match) => match[1] ?? ''))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((key) => !(key in en))).toEqual([])
  })

  it('are all said somewhere', () => {
    const all = [...sources, ...sourcesIn(join(APP, '../content/departures'))].join('\n')
    const named = new Set(Array.from(all.matchAll(QUOTED_KEY), ([, key]) => key))
    const together = Array.from(all.matchAll(PUT_TOGETHER), ([, key = '']) => patternOf(key)).filter(
      (pattern) => pattern !== ANYTHING,
    )
    const said = new RegExp(`^(?:${together.join('|')})$`)
    expect(Object.keys(en).filter((key) => !named.has(key) && !said.test(key))).toEqual([])
  })
})
