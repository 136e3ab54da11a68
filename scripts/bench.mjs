// npm run bench [-- --only server|page]: the server beside a peer, in processes of their own over loopback, then the
// page under load.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
if (only !== undefined && only !== 'server' && only !== 'page') {
  console.error(`There is "--only server" and "--only page", not "${only}".`)
  process.exit(2)
}

if (only !== 'page') {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist/bench',
      emptyOutDir: true,
      rollupOptions: {
        input: { bench: 'server/node/bench/bench.ts', 'bench-server': 'server/node/bench/bench-server.ts' },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  const bench = fileURLToPath(new URL('../dist/bench/bench.js', import.meta.url))
  const { status } = spawnSync(process.execPath, [bench], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
if (only !== 'server') await import('./bench-page.mjs')
