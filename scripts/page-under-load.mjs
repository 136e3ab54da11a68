import { spawn } from 'node:child_process'
import { PROJECT_ROOT } from './project-root.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** @typedef {{ url: string, stop: () => Promise<void> }} Product */

/** @type {(milliseconds: number) => Promise<void>} */
export const pass = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * The built product, on a free port.
 *
 * @returns {Promise<Product>}
 */
export const startProduct = async () => {
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => server.on('exit', resolve))
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => {
      const [address] = /http:\/\/\S+/.exec(String(text)) ?? []
      if (address !== undefined) resolve(address)
    })
    server.on('exit', (code) => reject(new Error(`the product ended with ${code}`)))
  })
  return {
    url,
    stop: async () => {
      server.kill()
      await ended
    },
  }
}

/**
 * Opens the page, waits for its first run, and lets a third client subscribe to what the greetings go to.
 *
 * @type {(page: Page, url: string) => Promise<void>}
 */
export const gatherSubscribers = async (page, url) => {
  await page.goto(url)
  await untilSubscribed(page, 2)
  await page.getByRole('button', { name: 'Add client' }).click()
  const third = page.getByRole('group', { name: /^Client C / })
  await third.getByRole('button', { name: 'Connect', exact: true }).click()
  await third.getByText('connected', { exact: true }).waitFor()
  await third.getByRole('button', { name: 'Subscribe', exact: true }).click()
  await untilSubscribed(page, 3)
  await page.getByRole('button', { name: /^Go live/ }).click()
}

/** @type {(page: Page, subscribers: number) => Promise<void>} */
const untilSubscribed = async (page, subscribers) => {
  await page.waitForFunction(
    (wanted) => window.frameflow.events().filter(({ type }) => type === 'broker.subscribed').length === wanted,
    subscribers,
  )
}

/**
 * Lets Ada send her greeting again and again.
 *
 * @type {(page: Page, perSecond: number) => Promise<void>}
 */
export const beginRepeating = async (page, perSecond) => {
  const ada = page.getByRole('group', { name: 'Client A Ada' })
  await ada.getByRole('spinbutton', { name: 'Messages' }).fill('100000')
  await ada.getByRole('spinbutton', { name: 'Per second' }).fill(String(perSecond))
  await ada.getByRole('button', { name: 'Repeat', exact: true }).click()
}

/** @type {(page: Page) => Promise<void>} */
export const stopRepeating = async (page) => {
  const ada = page.getByRole('group', { name: 'Client A Ada' })
  await ada.getByRole('button', { name: 'Stop repeating', exact: true }).click()
}
