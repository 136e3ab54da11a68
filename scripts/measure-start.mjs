// How long a developer waits: from the start of `npm run dev` to an enabled "Send hello" in a browser that is open.
import { spawn } from 'node:child_process'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGUMENTS, provideChromium } from './chromium.mjs'
import { PROJECT_ROOT } from './project-root.mjs'

const ROUNDS = 5
const PORT = 5390

/** @type {(values: number[]) => number} */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const browser = await chromium.launch({ executablePath: provideChromium(), args: CHROMIUM_ARGUMENTS })

/** @type {() => Promise<{ served: number, interactive: number }>} */
const measureOnce = async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const began = performance.now()
  const server = spawn('npm', ['run', 'dev'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PORT: String(PORT) },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise((resolve, reject) => {
      server.stdout.on('data', (text) => String(text).includes('Frameflow:') && resolve(undefined))
      server.on('exit', (code) => reject(new Error(`npm run dev ended with ${code}`)))
    })
    const served = performance.now() - began
    await page.goto(`http://127.0.0.1:${PORT}/`)
    await page.locator('button:enabled', { hasText: 'Send hello' }).waitFor()
    return { served, interactive: performance.now() - began }
  } finally {
    server.removeAllListeners('exit')
    if (server.pid !== undefined) process.kill(-server.pid)
    await new Promise((resolve) => server.on('exit', resolve))
    await page.close()
  }
}

await measureOnce()
const rounds = []
for (let round = 0; round < ROUNDS; round++) {
  const { served, interactive } = await measureOnce()
  rounds.push(interactive)
  console.log(`served after ${served.toFixed(0)} ms, "Send hello" enabled after ${interactive.toFixed(0)} ms`)
}
console.log(`median of ${ROUNDS}: ${median(rounds).toFixed(0)} ms`)
await browser.close()
