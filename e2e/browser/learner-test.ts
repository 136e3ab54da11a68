import { test as base, expect } from '@playwright/test'
import { type FrameflowPage, frameflowPage } from './frameflow-page.ts'
import { type Product, startProduct } from './product.ts'

interface WorkerFixtures {
  /** A server that nobody has spoken to. The next one starts meanwhile. */
  readonly startNext: () => Promise<Product>
}

interface LearnerFixtures {
  /** Console errors that a test causes on purpose, by their text; every other one fails it. */
  readonly expectedConsoleErrors: readonly RegExp[]
  /** A server of this test's own, whose trace is empty. */
  readonly product: Product
  readonly frameflow: FrameflowPage
}

/**
 * Playwright's test over the built product: one server for each test, whose address is the base URL. An error in any
 * page's console, or thrown in a page, fails the test.
 */
export const test = base.extend<LearnerFixtures, WorkerFixtures>({
  startNext: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured parameter even when nothing is used.
    async ({}, use) => {
      let next = startProduct()
      await use(() => {
        const started = next
        next = startProduct()
        return started
      })
      await (await next).stop()
    },
    { scope: 'worker' },
  ],

  product: async ({ startNext }, use) => {
    const product = await startNext()
    await use(product)
    await product.stop()
  },

  baseURL: async ({ product }, use) => use(product.url),

  expectedConsoleErrors: [[], { option: true }],

  context: async ({ context, expectedConsoleErrors }, use) => {
    const errors: string[] = []
    context.on('console', (line) => {
      if (line.type() === 'error') errors.push(`${line.text()} (${line.location().url})`)
    })
    context.on('weberror', (thrown) => errors.push(String(thrown.error().stack ?? thrown.error())))
    await use(context)
    const unexpected = errors.filter((error) => !expectedConsoleErrors.some((expected) => expected.test(error)))
    expect(unexpected, 'errors in the console').toEqual([])
  },

  frameflow: async ({ page }, use) => use(frameflowPage(page)),
})

export { expect }
