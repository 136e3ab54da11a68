// npm run bench: the server beside a peer, in processes of their own, over loopback.
import { build } from 'vite'

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
await import(new URL('../dist/bench/bench.js', import.meta.url).href)
