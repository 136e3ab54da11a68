// The page under load, in a Chromium beside the built product: pictures a second, the main thread, memory, seeking.
import { availableParallelism } from 'node:os'
import { chromium } from 'playwright-core'
import { buildWhenStale } from './build-when-stale.mjs'
import { CHROMIUM_ARGUMENTS, provideChromium } from './chromium.mjs'
import { collectedHeap, measurePage, measureSeeks } from './page-figures.mjs'
import { beginRepeating, gatherSubscribers, pass, startProduct, stopRepeating } from './page-under-load.mjs'

const STRETCH = 10_000
/** After the first run, and after each load: what was begun is over. */
const SETTLE = 8_000
/** Until the picture of a load is the picture of that load. */
const WARM_UP = 3_000
/** The log loses its oldest part at 100,000 events. */
const LONG_LOG = 90_000
/** A machine too busy for it leaves a shorter log, whose length is told. */
const MOST_FILLING = 60_000
const JUMPS = 300

/** Messages a second to three subscribers: 120 and 1,200 hops, at the twelve that a message takes to one. */
const LOADS = [10, 100]

/** @type {(value: number, digits?: number) => string} */
const figure = (value, digits = 0) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** @type {(name: string, ...cells: readonly string[]) => void} */
const line = (name, ...cells) => console.log(`  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(18)).join('')}`)

/** @type {(name: string, figures: import('./page-figures.mjs').PageFigures) => void} */
const figuresLine = (name, { framesASecond, busy, cpu, longestTask, heap }) =>
  line(
    name,
    figure(framesASecond, 1),
    figure(busy * 100, 1),
    figure(cpu * 100, 1),
    longestTask === 0 ? 'under 50' : figure(longestTask),
    figure(heap, 1),
  )

/** @type {(values: number[], share: number) => number} */
const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN

buildWhenStale()
const product = await startProduct()
const browser = await chromium.launch({ executablePath: provideChromium(), args: CHROMIUM_ARGUMENTS })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
const session = await page.context().newCDPSession(page)
await session.send('Performance.enable')

/** @type {() => Promise<{ events: number, messages: number }>} */
const countLog = () =>
  page.evaluate(() => {
    const events = window.frameflow.events()
    return { events: events.length, messages: events.filter(({ type }) => type === 'controller.invoked').length }
  })

console.log(`\nThe page, 1440×900, ${availableParallelism()} cores, without a GPU`)
line('', 'pictures a second', 'main thread, %', 'of it CPU, %', 'longest task, ms', 'heap, MB')
await gatherSubscribers(page, product.url)
await pass(SETTLE)
figuresLine('idle', await measurePage(page, session, STRETCH))
for (const perSecond of LOADS) {
  await beginRepeating(page, perSecond)
  await pass(WARM_UP)
  const before = await countLog()
  const began = performance.now()
  const figures = await measurePage(page, session, STRETCH)
  const { events, messages } = await countLog()
  const seconds = (performance.now() - began) / 1000
  figuresLine(`${perSecond} messages a second`, figures)
  line('  of which arrived', `${figure((messages - before.messages) / seconds, 1)} a second`)
  line('  events', `${figure((events - before.events) / seconds)} a second`)
  await stopRepeating(page)
  await pass(SETTLE)
}
await beginRepeating(page, 100)
for (let waited = 0; waited < MOST_FILLING && (await countLog()).events < LONG_LOG; waited += 500) await pass(500)
await stopRepeating(page)
await pass(SETTLE)
figuresLine('idle, with a full log', await measurePage(page, session, STRETCH))
const full = await collectedHeap(session)
await beginRepeating(page, 100)
await pass(STRETCH)
await stopRepeating(page)
await pass(SETTLE)
const again = await collectedHeap(session)
line('heap with a full log, then after more load', `${figure(full, 1)} MB`, `${figure(again, 1)} MB`)

const { events } = await countLog()
const seeks = await measureSeeks(page, JUMPS)
/** @type {(name: string, times: number[]) => void} */
const seekLine = (name, times) =>
  line(
    name,
    `median ${figure(quantile(times, 0.5), 1)} ms`,
    `p95 ${figure(quantile(times, 0.95), 1)} ms`,
    `most ${figure(Math.max(...times), 1)} ms`,
  )
console.log(`  a jump anywhere in ${figure(events)} events`)
seekLine(
  '  until its state is known',
  seeks.map(({ folded }) => folded),
)
seekLine(
  '  until it is laid out',
  seeks.map(({ shown }) => shown),
)
await browser.close()
await product.stop()
