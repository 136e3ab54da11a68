import { pass } from './page-under-load.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} CDPSession */

/**
 * What the page did in a stretch of time. Shares are of one core. `cpu` is what the main thread really ran; `busy`
 * counts also what other processes took from it.
 *
 * @typedef {object} PageFigures
 * @property {number} framesASecond
 * @property {number} busy
 * @property {number} cpu
 * @property {number} longestTask milliseconds
 * @property {number} heap megabytes, after a collection
 */

/** @type {(session: CDPSession) => Promise<Record<string, number>>} */
const metricsOf = async (session) => {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

/** @type {(session: CDPSession) => Promise<number>} */
export const collectedHeap = async (session) => {
  await session.send('HeapProfiler.collectGarbage')
  const { JSHeapUsedSize = Number.NaN } = await metricsOf(session)
  return JSHeapUsedSize / 1e6
}

/**
 * Counts pictures and looks for long tasks in the page itself, which costs an idle page as much as a busy one.
 *
 * @type {(page: Page, session: CDPSession, milliseconds: number) => Promise<PageFigures>}
 */
export const measurePage = async (page, session, milliseconds) => {
  const counter = await page.evaluateHandle(() => {
    const counted = { frames: 0, longest: 0, runs: true }
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) counted.longest = Math.max(counted.longest, duration)
    })
    observer.observe({ type: 'longtask' })
    const count = () => {
      counted.frames += 1
      if (counted.runs) requestAnimationFrame(count)
      else observer.disconnect()
    }
    requestAnimationFrame(count)
    return counted
  })
  const before = await metricsOf(session)
  await pass(milliseconds)
  const after = await metricsOf(session)
  const { frames, longest } = await counter.evaluate((counted) => {
    counted.runs = false
    return { ...counted }
  })
  await counter.dispose()
  /** @type {(name: string) => number} */
  const grown = (name) => (after[name] ?? Number.NaN) - (before[name] ?? Number.NaN)
  const seconds = grown('Timestamp')
  return {
    framesASecond: frames / seconds,
    busy: grown('TaskDuration') / seconds,
    cpu: grown('ThreadTime') / seconds,
    longestTask: longest,
    heap: await collectedHeap(session),
  }
}

/**
 * Milliseconds of each of many jumps of the cursor to anywhere in the log: until the state there is known, and until
 * everything that the page renders for it is laid out.
 *
 * @typedef {{ folded: number, shown: number }} Seek
 * @type {(page: Page, jumps: number) => Promise<Seek[]>}
 */
export const measureSeeks = (page, jumps) =>
  page.evaluate(async (count) => {
    const events = window.frameflow.events()
    const [first, length] = [events[0]?.seq ?? 0, events.length]
    /** @type {Seek[]} */
    const seeks = []
    // The golden ratio comes everywhere, in no order, and is the same in every run.
    for (let jump = 1; jump <= count; jump++) {
      const began = performance.now()
      window.frameflow.seek(first + Math.floor(((jump * 0.618034) % 1) * length))
      window.frameflow.state()
      const folded = performance.now() - began
      await Promise.resolve()
      document.body.getBoundingClientRect()
      seeks.push({ folded, shown: performance.now() - began })
      await new Promise(requestAnimationFrame)
    }
    return seeks
  }, jumps)
