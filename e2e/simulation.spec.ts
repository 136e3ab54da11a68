import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { expect, test } from './browser/learner-test.ts'

const SIMULATION = fileURLToPath(new URL('../server/simulation.ts', import.meta.url))

/** The whole server as one script for a browser; a Node module in it would fail the build or the run. */
const bundle = async (): Promise<string> => {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: SIMULATION, formats: ['iife'], name: 'frameflowSimulation', fileName: 'simulation' },
    },
  })) as Rolldown.RolldownOutput[]
  const [chunk] = result[0]?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error('nothing was bundled')
  return chunk.code
}

test('the same server runs in a browser tab, on virtual time and without a socket', async ({ page }) => {
  await page.goto('about:blank')
  await page.addScriptTag({ content: await bundle() })
  const seen = await page.evaluate(() => {
    const { createSimulation } = (globalThis as unknown as { frameflowSimulation: typeof import('#simulation') })
      .frameflowSimulation
    const { lab, scheduler, transport } = createSimulation()
    const texts: string[] = []
    const socket = transport.connect({ path: '/ws', query: 'client=A' }, ['v12.stomp'], [], {
      onOpen: (protocol) => texts.push(`opened ${protocol}`),
      onMessage: (message) => texts.push(message.kind === 'text' ? message.text : 'binary'),
      onClose: (code) => texts.push(`closed ${code}`),
      onRefused: ({ status }) => texts.push(`refused ${status}`),
    })
    for (const text of [
      'CONNECT\naccept-version:1.2\n\n\0',
      'SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n\0',
      'SEND\ndestination:/app/hello\n\n{"name":"Ada"}\0',
    ])
      socket.send({ kind: 'text', text })
    scheduler.advance(100)
    return { texts, events: lab.ring.next }
  })
  expect(seen.texts[0]).toBe('opened v12.stomp')
  expect(seen.texts[1]).toMatch(/^CONNECTED\nversion:1\.2\n/)
  expect(seen.texts[2]).toContain('{"content":"Hello, Ada!"}')
  expect(seen.events).toBeGreaterThan(50)
})
