import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGUMENTS, provideChromium } from '../scripts/chromium.mjs'

/** What takes long, or measures time and wants the machine for itself: `npm run test:slow`. */
const SLOW = /@slow/

export default defineConfig({
  projects: [
    { name: 'behaviour', testMatch: '**/*.spec.ts', grepInvert: SLOW },
    { name: 'slow', testMatch: '**/*.spec.ts', grep: SLOW },
  ],
  outputDir: '../test-results',
  reporter: 'list',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: { executablePath: provideChromium(), args: CHROMIUM_ARGUMENTS },
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    // A copy of the page at each action would cost a tenth of the time; `--trace on` makes one when it is wanted.
    trace: 'off',
    // Video needs a program that only Playwright's own browser download brings.
    video: 'off',
  },
})
