import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CONFIGURATIONS } from '../lab/configurations.ts'
import type { TraceEvent } from '../trace/index.ts'
import type { GoldenFile, GoldenSaw } from './golden-file.ts'
import { MemoryGoldenWorld } from './memory-golden-world.ts'
import { playGoldenFile } from './play-golden-file.ts'

const folder = fileURLToPath(new URL('../../content/golden', import.meta.url))

/** Recordings of what memory has no step for: a raw 101 as an HTTP answer. */
const NOT_IN_MEMORY: ReadonlySet<string> = new Set(['S01b'])

const files = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as GoldenFile)
  .filter(({ id }) => !NOT_IN_MEMORY.has(id))

const recordings = files.map((file) => [file.id, file.title, file] as const)

const worldFor = (file: GoldenFile, traced = true): MemoryGoldenWorld => {
  const config = CONFIGURATIONS.get(file.config)
  if (config === undefined) throw new Error(`there is no configuration "${file.config}"`)
  return new MemoryGoldenWorld({ config, traced })
}

/** Every step's sights, and the whole trace. */
const run = async (file: GoldenFile, traced: boolean) => {
  const world = worldFor(file, traced)
  const saw: (readonly GoldenSaw[])[] = []
  const events: TraceEvent[] = [...world.collect().events]
  for (const { step } of file.steps) {
    world.act(step)
    await world.settle(step.wait ?? 0)
    const collected = world.collect()
    saw.push(collected.saw)
    events.push(...collected.events)
  }
  return { saw, events }
}

test.each(recordings)('%s in memory: %s', async (_id, _title, file) => {
  expect(await playGoldenFile(file, worldFor(file))).toEqual([])
})

test.each(recordings)(
  '%s: tracing is inert, clients see the same octets in the same order without it',
  async (_id, _title, file) => {
    const traced = await run(file, true)
    const untraced = await run(file, false)
    expect(untraced.events).toEqual([])
    expect(untraced.saw).toEqual(traced.saw)
  },
)

test.each(recordings)(
  '%s: every cause precedes its effect, numbers have no gap (trace.md rule 2)',
  async (_id, _title, file) => {
    const { events } = await run(file, true)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index))
    for (const { seq, cause } of events) expect(cause ?? -1).toBeLessThan(seq)
  },
)

test.each(recordings)('%s: each offer has an outcome (trace.md rule 3)', async (_id, _title, file) => {
  const { events } = await run(file, true)
  const offered = events.filter(({ type }) => type === 'handler.offered').map(({ seq }) => seq)
  const entered = new Map(
    events.flatMap((event) => (event.type === 'handler.entered' ? [[event.cause, event.seq]] : [])),
  )
  const left = new Set(events.flatMap((event) => (event.type === 'handler.left' ? [event.cause] : [])))
  expect(offered.filter((seq) => !left.has(entered.get(seq) ?? null))).toEqual([])
})

test.each(recordings)('%s: a trace is JSON and nothing else (trace.md rule 4)', async (_id, _title, file) => {
  const { events } = await run(file, true)
  expect(JSON.parse(JSON.stringify(events))).toEqual(events)
  expect(JSON.stringify(events)).not.toMatch(/Bearer (alice|bob)/)
})

test.each(recordings)(
  '%s: the same scenario gives the same bytes of trace (trace.md rule 5)',
  async (_id, _title, file) => {
    const first = await run(file, true)
    const second = await run(file, true)
    expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events))
  },
)
