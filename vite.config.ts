import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { notes } from './content/notes-compiler/notes-plugin.ts'
import { preloadFonts } from './scripts/preload-fonts.mjs'
import { sockJsClientCopy } from './server/node/sockjs-client-copy.ts'

const SERVER_ENTRIES = {
  main: 'server/node/main.ts',
  golden: 'server/node/golden.ts',
  'sockjs-conformance': 'server/node/sockjs-conformance.ts',
}

export default defineConfig(({ isSsrBuild }) => ({
  root: 'app',
  define: { global: 'globalThis' },
  plugins: [notes(), react(), preloadFonts(), sockJsClientCopy()],
  server: { cors: false },
  build: isSsrBuild
    ? {
        outDir: '../dist/server',
        emptyOutDir: true,
        ssr: true,
        target: 'node20',
        rollupOptions: { input: SERVER_ENTRIES, output: { entryFileNames: '[name].js' } },
      }
    : { outDir: '../dist/app', emptyOutDir: true },
  test: {
    root: '.',
    // Nothing of ours is global, so that files may share what they import.
    pool: 'threads',
    isolate: false,
    include: ['{server,app,content,scripts}/**/*.test.{ts,tsx}'],
  },
}))
