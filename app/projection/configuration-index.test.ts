import { expect, test } from 'vitest'
import { ConfigurationIndex } from './configuration-index.ts'
import { EXAMPLE_CONFIGURATION } from './example-configuration.ts'
import { TraceBuilder } from './trace-builder.ts'

const named = (name: string) => ({ ...EXAMPLE_CONFIGURATION, name })

/** A snapshot, then three changes with something between them, and a snapshot again. */
function changedLog() {
  const builder = new TraceBuilder()
  builder.snapshot({ config: named('first') })
  for (const [before, after] of [
    ['first', 'second'],
    ['second', 'third'],
    ['third', 'fourth'],
  ] as const) {
    builder.add({ type: 'mark.added', station: 'application', label: '', by: 'page' }, { cause: null })
    builder.add(
      { type: 'config.changed', station: 'application', before: named(before), after: named(after), by: 'page' },
      { cause: null },
    )
  }
  builder.snapshot({ config: named('fourth') })
  const index = new ConfigurationIndex()
  for (let seq = 0; seq < builder.log.next; seq++) {
    const event = builder.log.at(seq)
    if (event !== undefined) index.read(event)
  }
  return { index, namesOf: (seqs: readonly number[]) => seqs.map((seq) => index.at(seq)?.name ?? null) }
}

test('an event happened under the configuration of the newest change before it, or its own', () => {
  expect(changedLog().namesOf([-1, 0, 1, 2, 3, 4, 5, 6, 7, 100])).toEqual([
    null,
    'first',
    'first',
    'second',
    'second',
    'third',
    'third',
    'fourth',
    'fourth',
    'fourth',
  ])
})

test('what is left of a log knows the configuration that it begins with', () => {
  const { index, namesOf } = changedLog()
  index.forget(3)
  expect(namesOf([1, 3, 4])).toEqual([null, 'second', 'third'])
  index.forget(0)
  expect(namesOf([3])).toEqual(['second'])
})
